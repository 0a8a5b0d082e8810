package vn.kt1.gateway.ledger;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kt1.gateway.shipment.ShipmentState;

/**
 * News with a state has come of these shipments, or was withdrawn, whether or not it moved them: a
 * late word of an earlier day changes when a shipment was accepted or first carried to the door.
 * Published in the transaction of the news, as {@link ShipmentsMoved}.
 *
 * @param states what was told of each shipment, by its id
 * @param withdrawn it counts no more
 */
public record ShipmentsTold(Map<String, Set<ShipmentState>> states, boolean withdrawn) {

  public ShipmentsTold {
    states = Map.copyOf(states);
  }

  /** One shipment. */
  public static ShipmentsTold of(String shipmentId, ShipmentState... states) {
    return new ShipmentsTold(Map.of(shipmentId, Set.of(states)), false);
  }

  /** Of one shipment something was withdrawn, whatever it told. */
  public static ShipmentsTold withdrawn(String shipmentId) {
    return new ShipmentsTold(Map.of(shipmentId, EnumSet.allOf(ShipmentState.class)), true);
  }

  public Set<String> shipments() {
    return states.keySet();
  }

  /** Those that were told one of these states. */
  public List<String> shipments(Set<ShipmentState> told) {
    return states.entrySet().stream()
        .filter(one -> !Collections.disjoint(one.getValue(), told))
        .map(Map.Entry::getKey)
        .toList();
  }
}
