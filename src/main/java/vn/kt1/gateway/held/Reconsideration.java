package vn.kt1.gateway.held;

import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;

/**
 * Decides a held envelope again. It runs under the lock of the shipment, so it is a bean here and
 * no step of a route. The configuration of the application gives the policy.
 */
@FunctionalInterface
public interface Reconsideration {

  /**
   * @param vouched an operator has looked at the recipient and confirms that it exists
   */
  Decision reconsider(HandOff handOff, Envelope answered, boolean vouched);
}
