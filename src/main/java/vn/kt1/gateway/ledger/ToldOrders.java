package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kt1.gateway.ledger.Timeline.Item;

/**
 * Finds in which order a file or answer tells the events of each shipment. Events told newest first
 * are reversed: of two events in one minute, the one told first is then the later one.
 */
final class ToldOrders {

  private final ToldOrder all = new ToldOrder();
  private final Map<String, ToldOrder> byShipment = new HashMap<>();
  private boolean someForward;
  private boolean someBackward;

  void told(Item item) {
    all.told(item.event().occurredAt());
    ToldOrder own = byShipment.computeIfAbsent(item.shipmentId(), first -> new ToldOrder());
    own.told(item.event().occurredAt());
    someForward |= own.forward();
    someBackward |= own.backward();
  }

  /** If all times of a shipment are equal, the other shipments show the order. */
  boolean newestFirst(String shipmentId) {
    ToldOrder own = byShipment.getOrDefault(shipmentId, all);
    boolean others = all.newestFirst() || (someBackward && !someForward);
    return own.newestFirst() || (!own.forward() && others);
  }

  /** The same events, for each shipment the oldest first, as far as the order is known now. */
  List<EventRows.Fresh> turned(List<EventRows.Fresh> told) {
    Map<String, List<EventRows.Fresh>> grouped = new LinkedHashMap<>();
    for (EventRows.Fresh event : told) {
      grouped.computeIfAbsent(event.item().shipmentId(), first -> new ArrayList<>()).add(event);
    }
    List<EventRows.Fresh> turned = new ArrayList<>(told.size());
    grouped.forEach(
        (shipment, events) -> {
          if (events.size() > 1 && newestFirst(shipment)) {
            Collections.reverse(events);
          }
          turned.addAll(events);
        });
    return turned;
  }
}
