package vn.kt1.gateway.ledger;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/** One page of shipments, the newest first; {@code more} tells whether others follow. */
@NamedInterface("shipments")
public record ShipmentPage(List<ShipmentView> items, boolean more) {

  public ShipmentPage {
    items = List.copyOf(items);
  }
}
