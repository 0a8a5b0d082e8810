package vn.kt1.gateway.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of shipments, the newest first; {@code next} leads to others, which may be none. */
public record ShipmentPage(List<ShipmentView> items, ShipmentQuery.@Nullable Cursor next) {

  public ShipmentPage {
    items = List.copyOf(items);
  }

  /** The first {@code limit} of those found, with a cursor where there are more. */
  static ShipmentPage of(List<ShipmentView> found, int limit) {
    if (found.size() <= limit) {
      return new ShipmentPage(found, null);
    }
    ShipmentView last = found.get(limit - 1);
    return new ShipmentPage(
        found.subList(0, limit), new ShipmentQuery.Cursor(last.handedOffAt(), last.shipmentId()));
  }

  public boolean more() {
    return next != null;
  }
}
