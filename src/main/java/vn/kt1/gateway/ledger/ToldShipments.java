package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kt1.gateway.ledger.EventRows.Fresh;
import vn.kt1.gateway.ledger.Timeline.Item;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StateSince;

/**
 * What a file or answer tells, by shipment, and in which order. Events told newest first are
 * reversed: of two events in one minute, the one told first is then the later one.
 */
final class ToldShipments {

  private final ToldOrder all = new ToldOrder();
  private final Map<String, ToldShipment> byId = new HashMap<>();
  private final List<ToldShipment> unwritten = new ArrayList<>();
  private boolean someForward;
  private boolean someBackward;

  /** Whether the shipment is told of for the first time. */
  boolean begin(String shipmentId) {
    int before = byId.size();
    byId.computeIfAbsent(shipmentId, ToldShipment::new);
    return byId.size() > before;
  }

  /** Of an item whose shipment has begun. */
  ToldShipment told(Item item) {
    all.told(item.event().occurredAt());
    ToldShipment shipment = byId.get(item.shipmentId());
    shipment.order.told(item.event().occurredAt());
    someForward |= shipment.order.forward();
    someBackward |= shipment.order.backward();
    return shipment;
  }

  void add(ToldShipment shipment, Fresh event) {
    if (shipment.fresh.isEmpty()) {
      unwritten.add(shipment);
    }
    shipment.add(event);
  }

  /**
   * Takes the events that are not written yet: by shipment, in the order of the index they go into,
   * and those of one shipment the oldest first, as far as the order is known now.
   */
  List<Fresh> takeUnwritten() {
    List<Fresh> events = new ArrayList<>();
    unwritten.sort(Comparator.comparing(shipment -> shipment.id));
    for (ToldShipment shipment : unwritten) {
      events.addAll(turned(shipment, shipment.fresh));
      shipment.fresh.clear();
    }
    unwritten.clear();
    return events;
  }

  /** The shipments that something may have moved. */
  List<String> moved() {
    return byId.values().stream()
        .filter(shipment -> !shipment.moves.isEmpty())
        .map(shipment -> shipment.id)
        .toList();
  }

  /** The states that each of these was told. */
  Map<String, Set<ShipmentState>> states(Set<String> shipments) {
    return shipments.stream()
        .collect(
            Collectors.toMap(
                shipment -> shipment,
                shipment ->
                    byId.get(shipment).moves.stream()
                        .map(StateSince::state)
                        .collect(Collectors.toSet())));
  }

  /** The moves of one of them, the oldest first. */
  List<StateSince> moves(String shipmentId) {
    ToldShipment shipment = byId.get(shipmentId);
    return turned(shipment, shipment.moves);
  }

  private <T> List<T> turned(ToldShipment shipment, List<T> told) {
    if (told.size() > 1 && newestFirst(shipment.order)) {
      Collections.reverse(told);
    }
    return told;
  }

  /** If all times of a shipment are equal, the other shipments show the order. */
  private boolean newestFirst(ToldOrder own) {
    boolean others = all.newestFirst() || (someBackward && !someForward);
    return own.newestFirst() || (!own.forward() && others);
  }
}
