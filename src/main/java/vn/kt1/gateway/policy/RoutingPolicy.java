package vn.kt1.gateway.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.VietnamTime;

/** Asks every rule about every envelope and puts the verdicts together. */
public class RoutingPolicy {

  private final Directory directory;
  private final Clock clock;
  private final List<SourcedRule> grounds;
  private final String version;

  /** Of the day asked for last; nearly all hand-offs are of today. */
  private volatile InForce last = new InForce(LocalDate.MIN, List.of());

  private record InForce(LocalDate day, List<SourcedRule> rules) {}

  public RoutingPolicy(Directory directory, Clock clock, List<Rule> rules) {
    this.directory = directory;
    this.clock = clock;
    this.grounds = rules.stream().map(SourcedRule::of).toList();
    this.version = version(grounds);
  }

  /**
   * Digest of the rules and their sources. It changes when a decision or its legal basis may
   * change.
   */
  public String version() {
    return version;
  }

  private static String version(List<SourcedRule> grounds) {
    return Sha256.of(
        grounds.stream()
            .map(one -> one.number() + one.id() + one.version() + one.sources())
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  public Decided decide(HandOff handOff) {
    return decide(handOff, false);
  }

  /**
   * Decides a held envelope again, with what has been answered since.
   *
   * @param vouched an operator has checked the recipient and says that the post will find it
   */
  public Decision reconsider(HandOff handOff, Envelope answered, boolean vouched) {
    return decide(handOff.of(answered), vouched).decisions().get(0);
  }

  private Decided decide(HandOff handOff, boolean vouched) {
    LocalDate on = VietnamTime.day(handOff.handedOffAt());
    Unit sender =
        directory
            .unit(handOff.sender(), on)
            .filter(unit -> directory.hasProvince(unit.province()))
            .orElseThrow(() -> new Rejected(Fault.of(Fault.Code.SENDER_NOT_YOURS, "/sender")));
    List<SourcedRule> inForce = inForce(on);
    // A file of 100,000 envelopes has only a few different decisions, so equal decisions share one
    // object.
    Map<Decision, Decision> known = new HashMap<>();
    boolean alone = handOff.envelopes().size() == 1;
    return new Decided(
        handOff,
        handOff.envelopes().stream()
            .map(envelope -> decide(inForce, envelope, context(envelope, sender, on, vouched)))
            .map(one -> alone ? one : known.computeIfAbsent(one, first -> first))
            .toList());
  }

  private List<SourcedRule> inForce(LocalDate on) {
    InForce known = last;
    if (!known.day().equals(on)) {
      known = new InForce(on, grounds.stream().filter(ground -> ground.holdsOn(on)).toList());
      last = known;
    }
    return known.rules();
  }

  private Context context(Envelope envelope, Unit sender, LocalDate on, boolean vouched) {
    String code = envelope.recipient().code();
    return new Context(
        sender,
        directory.province(sender.province()),
        code == null ? Optional.empty() : directory.unit(code, on),
        on,
        directory.zone(sender.code(), code, on),
        clock.instant(),
        vouched);
  }

  private Decision decide(List<SourcedRule> inForce, Envelope envelope, Context context) {
    Weighing weighing = new Weighing();
    for (SourcedRule ground : inForce) {
      weighing.add(ground, ground.rule().on(envelope, context), context);
    }
    return weighing.decision(envelope, context, version, directory.version());
  }
}
