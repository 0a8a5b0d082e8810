package vn.kt1.gateway.shipment;

import java.util.Optional;

/**
 * Leave to travel by KT1, in a service. SECURITY: only a decision for KT1 gives it, and no order
 * can be made without one; so an order for anything else cannot even be written down.
 */
public final class Kt1Leave {

  private final Kt1Service service;

  private Kt1Leave(Kt1Service service) {
    this.service = service;
  }

  static Optional<Kt1Leave> of(Decision decision) {
    boolean byKt1 =
        decision.outcome() == Decision.Outcome.ROUTED && decision.network() == Network.KT1;
    return byKt1 ? Optional.ofNullable(decision.service()).map(Kt1Leave::new) : Optional.empty();
  }

  public Kt1Service service() {
    return service;
  }
}
