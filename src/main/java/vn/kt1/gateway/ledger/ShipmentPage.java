package vn.kt1.gateway.ledger;

import java.util.List;

/** One page of shipments, the newest first; {@code more} tells whether others follow. */
public record ShipmentPage(List<ShipmentView> items, boolean more) {

  public ShipmentPage {
    items = List.copyOf(items);
  }
}
