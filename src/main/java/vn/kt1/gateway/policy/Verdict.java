package vn.kt1.gateway.policy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Warning;

/** What one rule says: the networks it leaves, the gravest outcome it demands, and why. */
public record Verdict(
    Set<Network> allowed, Outcome outcome, Optional<Reason> reason, Optional<Warning> warning) {

  private static final Set<Network> ALL = Set.copyOf(EnumSet.allOf(Network.class));

  public static Verdict silent() {
    return new Verdict(ALL, Outcome.ROUTED, Optional.empty(), Optional.empty());
  }

  public static Verdict leaves(Set<Network> networks) {
    return new Verdict(networks, Outcome.ROUTED, Optional.empty(), Optional.empty());
  }

  public static Verdict leaves(Set<Network> networks, Reason reason) {
    return new Verdict(networks, Outcome.ROUTED, Optional.of(reason), Optional.empty());
  }

  public static Verdict holds(Reason reason) {
    return new Verdict(ALL, Outcome.HELD, Optional.of(reason), Optional.empty());
  }

  public static Verdict refuses(Reason reason) {
    return new Verdict(ALL, Outcome.REFUSED, Optional.of(reason), Optional.empty());
  }

  public static Verdict warns(Warning warning) {
    return new Verdict(ALL, Outcome.ROUTED, Optional.empty(), Optional.of(warning));
  }
}
