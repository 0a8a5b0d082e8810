package vn.kt1.gateway.held;

import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;

/**
 * Decides a held envelope again. It is called under the lock of the shipment, which is why the
 * ledger is given it instead of the route going there and back; whoever wires the house gives the
 * policy.
 */
@FunctionalInterface
public interface Reconsideration {

  /**
   * @param vouched an operator has looked at the recipient and says that it will be found
   */
  Decision reconsider(HandOff handOff, Envelope answered, boolean vouched);
}
