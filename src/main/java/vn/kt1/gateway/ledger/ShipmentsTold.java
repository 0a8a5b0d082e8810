package vn.kt1.gateway.ledger;

import java.util.Set;

/**
 * News with a state has come of these shipments, or was withdrawn, whether or not it moved them: a
 * late word of an earlier day changes when a shipment was accepted or first carried to the door.
 * Published in the transaction of the news, as {@link ShipmentsMoved}.
 *
 * @param withdrawn what was known before counts no more
 */
public record ShipmentsTold(Set<String> shipments, boolean withdrawn) {

  public ShipmentsTold {
    shipments = Set.copyOf(shipments);
  }
}
