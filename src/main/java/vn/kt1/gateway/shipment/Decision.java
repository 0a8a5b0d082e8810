package vn.kt1.gateway.shipment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one envelope. Network and service are there when it is routed; {@code
 * ruling} is what every rule said of it, null where that was not kept.
 */
public record Decision(
    Outcome outcome,
    @Nullable Network network,
    @Nullable Kt1Service service,
    List<Reason> reasons,
    List<Warning> warnings,
    @Nullable Ruling ruling) {

  /** Routed, or who must act: somebody who can answer (held), the sender (refused). */
  public enum Outcome {
    ROUTED,
    HELD,
    REFUSED
  }

  public Decision {
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }

  /** There for a decision that routes by KT1, and for no other. */
  public Optional<Kt1Leave> leaveForKt1() {
    return Kt1Leave.of(this);
  }

  /** What the sender is told of it. */
  public Decision told() {
    return new Decision(outcome, network, service, reasons, warnings, null);
  }
}
