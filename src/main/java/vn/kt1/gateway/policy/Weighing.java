package vn.kt1.gateway.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Ruling;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Warning;

/**
 * Combines the verdicts on one envelope. Networks intersect. Refused counts before held, and held
 * before routed. All reasons are kept.
 */
final class Weighing {

  private static final Reason NO_NETWORK_LEFT =
      new Reason("no-network-left", "QĐ 32/2025/QĐ-TTg", Text.of("rule.no-network"));

  private final Set<Network> left = EnumSet.noneOf(Network.class);
  private final List<Reason> reasons = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Ruling.Said> said = new ArrayList<>();
  private Outcome gravest = Outcome.ROUTED;

  void add(SourcedRule ground, Verdict verdict, Context context) {
    // Starts without any network, so that nothing is routed if there is no rule.
    if (said.isEmpty()) {
      left.addAll(verdict.left());
    }
    left.retainAll(verdict.left());
    if (verdict.outcome().compareTo(gravest) > 0) {
      gravest = verdict.outcome();
    }
    if (verdict.sentence() != null) {
      reasons.add(ground.reason(verdict, verdict.sentence(), context));
    }
    if (verdict.warning() != null) {
      warnings.add(verdict.warning());
    }
    said.add(ground.said(verdict));
  }

  Decision decision(
      Envelope envelope, Context context, String policyVersion, String directoryVersion) {
    Ruling ruling = new Ruling(policyVersion, directoryVersion, said);
    if (gravest != Outcome.ROUTED) {
      return new Decision(gravest, null, null, reasons, warnings, ruling);
    }
    Network network = left.stream().findFirst().orElse(null);
    if (network == null) {
      // The rules together leave no network, so the envelope is refused.
      reasons.add(NO_NETWORK_LEFT);
      return new Decision(Outcome.REFUSED, null, null, reasons, warnings, ruling);
    }
    Kt1Service service = service(network, envelope, context);
    return new Decision(Outcome.ROUTED, network, service, reasons, warnings, ruling);
  }

  private static @Nullable Kt1Service service(Network network, Envelope envelope, Context context) {
    return network == Network.KT1
        ? Kt1Service.of(envelope.secrecy(), context.province().ordered(envelope.urgency()))
        : null;
  }
}
