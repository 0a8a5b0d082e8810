package vn.kt1.gateway.ledger;

import java.util.Map;
import vn.kt1.gateway.shipment.ShipmentState;

/**
 * News, or the withdrawal of news, has moved shipments. The event is published in the transaction
 * that moves them, so what a listener writes is committed with it or not at all.
 *
 * @param to the new state of each shipment, by its id
 */
public record ShipmentsMoved(Map<String, ShipmentState> to) {

  public ShipmentsMoved {
    to = Map.copyOf(to);
  }
}
