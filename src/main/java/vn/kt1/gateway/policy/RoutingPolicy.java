package vn.kt1.gateway.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Warning;

/** Asks every rule about every envelope and puts the verdicts together. */
public class RoutingPolicy {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Directory directory;
  private final Clock clock;
  private final List<Rule> rules;

  public RoutingPolicy(Directory directory, Clock clock, List<Rule> rules) {
    this.directory = directory;
    this.clock = clock;
    this.rules = List.copyOf(rules);
  }

  public Decided decide(HandOff handOff) {
    LocalDate on = handOff.handedOffAt().atZone(VIETNAM).toLocalDate();
    Unit sender =
        directory
            .unit(handOff.sender(), on)
            .filter(unit -> directory.hasProvince(unit.province()))
            .orElseThrow(() -> new Rejected(Fault.of(Fault.Code.SENDER_NOT_YOURS, "/sender")));
    // A file of 100,000 envelopes knows a handful of decisions: equal ones are one object.
    Map<Decision, Decision> known = new HashMap<>();
    return new Decided(
        handOff,
        handOff.envelopes().stream()
            .map(envelope -> decide(envelope, context(envelope, sender, on)))
            .map(decision -> known.computeIfAbsent(decision, first -> first))
            .toList());
  }

  private Context context(Envelope envelope, Unit sender, LocalDate on) {
    String code = envelope.recipient().code();
    return new Context(
        sender,
        directory.province(sender.province()),
        code == null ? Optional.empty() : directory.unit(code, on),
        on,
        clock.instant());
  }

  /** Refused before held before routed; all reasons are kept. */
  Decision decide(Envelope envelope, Context context) {
    List<Verdict> verdicts = rules.stream().map(rule -> rule.on(envelope, context)).toList();
    Outcome outcome =
        verdicts.stream().map(Verdict::outcome).max(Comparator.naturalOrder()).orElseThrow();
    List<Reason> reasons = verdicts.stream().flatMap(verdict -> verdict.reason().stream()).toList();
    List<Warning> warnings =
        verdicts.stream().flatMap(verdict -> verdict.warning().stream()).toList();
    if (outcome != Outcome.ROUTED) {
      return new Decision(outcome, null, null, reasons, warnings);
    }
    return remaining(verdicts).stream()
        .findFirst()
        .map(network -> routed(envelope, network, reasons, warnings))
        .orElseGet(() -> nowhere(reasons, warnings));
  }

  /** The networks every rule leaves, the preferred one first. */
  private static Set<Network> remaining(List<Verdict> verdicts) {
    Set<Network> networks = EnumSet.allOf(Network.class);
    verdicts.forEach(verdict -> networks.retainAll(verdict.allowed()));
    return networks;
  }

  private static Decision routed(
      Envelope envelope, Network network, List<Reason> reasons, List<Warning> warnings) {
    Kt1Service service =
        network == Network.KT1 ? Kt1Service.of(envelope.secrecy(), envelope.urgency()) : null;
    return new Decision(Outcome.ROUTED, network, service, reasons, warnings);
  }

  /** Rules that leave nothing together: shut rather than guess. */
  private static Decision nowhere(List<Reason> reasons, List<Warning> warnings) {
    Reason none = new Reason("no-network-left", "QĐ 32/2025/QĐ-TTg", Text.of("rule.no-network"));
    List<Reason> all = Stream.concat(reasons.stream(), List.of(none).stream()).toList();
    return new Decision(Outcome.REFUSED, null, null, all, warnings);
  }
}
