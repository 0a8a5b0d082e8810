package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.policy.TwoProvinces.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Kt1Leave;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Ruling;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;

/** What holds for every envelope. */
class RoutingPolicyPropertiesTest {

  private static final long FIRST = Instant.parse("2022-02-14T17:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2027-12-31T16:59:59Z").getEpochSecond();

  /** An envelope with who sends it and when. */
  record Case(String sender, String at, Envelope envelope) {
    Decision decide(List<Rule> rules) {
      return TwoProvinces.decide(rules, sender, at, envelope).decisions().get(0);
    }

    Decision vouched() {
      return TwoProvinces.vouched(sender, at, envelope);
    }

    Case with(Secrecy secrecy) {
      return with(secrecy, envelope.recipient(), envelope.enteredInRegister());
    }

    Case entered(@Nullable Boolean entered) {
      return with(envelope.secrecy(), envelope.recipient(), entered);
    }

    Case to(String code) {
      Recipient to = new Recipient(code, null, null, null);
      return with(envelope.secrecy(), to, envelope.enteredInRegister());
    }

    private Case with(Secrecy secrecy, Recipient to, @Nullable Boolean entered) {
      return new Case(
          sender,
          at,
          new Envelope(
              envelope.envelopeId(),
              to,
              secrecy,
              envelope.urgency(),
              envelope.deliverAt(),
              envelope.weightGrams(),
              envelope.pieces(),
              entered,
              envelope.personalOnly(),
              envelope.wish()));
    }
  }

  @Property
  void a_classified_envelope_never_takes_the_public_post(@ForAll("cases") Case any) {
    Decision decision = any.decide(Rules.all());
    if (any.envelope.secrecy().classified() && decision.outcome() == Outcome.ROUTED) {
      assertThat(decision.network()).isIn(Network.KT1, Network.HAND, Network.CIPHER);
    }
  }

  @Property
  void no_other_rule_is_needed_to_keep_classified_off_the_public_post(
      @ForAll("cases") Case any, @ForAll("ruleSets") List<Rule> rules) {
    List<Rule> with = with(rules, Rules.all().get(0));
    if (any.envelope.secrecy() != Secrecy.NONE) {
      assertThat(any.decide(with).network()).isNotEqualTo(Network.PUBLIC_POST);
    }
  }

  @Property
  void an_unspecified_envelope_is_never_routed(@ForAll("cases") Case any) {
    if (any.envelope.secrecy() == Secrecy.UNSPECIFIED) {
      Decision decision = any.decide(Rules.all());
      assertThat(decision.outcome()).isNotEqualTo(Outcome.ROUTED);
      assertThat(decision.network()).isNull();
    }
  }

  /**
   * Whatever is not known of an envelope: had it been known, it would at most have gone as well.
   */
  @Property
  void unknown_is_never_less_restrictive_than_known(@ForAll("cases") Case any) {
    for (Secrecy known : Secrecy.values()) {
      notLessRestrictive(any, any.with(Secrecy.UNSPECIFIED), any.with(known));
    }
    for (boolean known : new boolean[] {true, false}) {
      notLessRestrictive(any, any.entered(null), any.entered(known));
    }
    notLessRestrictive(any, any.to("H99.99"), any.to("H24.31"));
  }

  private static void notLessRestrictive(Case any, Case unknown, Case known) {
    Decision blind = unknown.decide(Rules.all());
    if (blind.outcome() == Outcome.ROUTED) {
      assertThat(known.decide(Rules.all()).network()).as("%s", any).isEqualTo(blind.network());
    }
  }

  @Property
  void without_any_rule_nothing_travels(@ForAll("cases") Case any) {
    Decision decision = any.decide(List.of());
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.leaveForKt1()).isEmpty();
  }

  @Property
  void only_a_decision_for_kt1_gives_leave_for_it(
      @ForAll("cases") Case any, @ForAll("ruleSets") List<Rule> rules) {
    Decision decision = any.decide(rules);
    assertThat(decision.leaveForKt1().map(Kt1Leave::service).orElse(null))
        .isEqualTo(decision.service());
    assertThat(decision.leaveForKt1().isPresent()).isEqualTo(decision.network() == Network.KT1);
  }

  /** What a decision is follows from what it keeps of each rule, and from nothing else. */
  @Property
  void a_decision_follows_from_the_verdicts_it_keeps(
      @ForAll("cases") Case any, @ForAll("ruleSets") List<Rule> rules) {
    Decision decision = any.decide(rules);
    List<Ruling.Said> said = decision.ruling().verdicts();
    assertThat(said)
        .extracting(Ruling.Said::rule)
        .containsExactlyElementsOf(rules.stream().map(Rule::number).toList());
    Outcome gravest =
        said.stream().map(Ruling.Said::outcome).max(Comparator.naturalOrder()).orElseThrow();
    List<Network> left = new ArrayList<>(List.of(Network.values()));
    said.forEach(one -> left.retainAll(one.left()));
    if (gravest == Outcome.ROUTED && !left.isEmpty()) {
      assertThat(decision.network()).isEqualTo(left.get(0));
    } else {
      assertThat(decision.outcome())
          .isEqualTo(gravest == Outcome.ROUTED ? Outcome.REFUSED : gravest);
    }
    assertThat(decision.reasons().stream().map(Reason::rule).filter(id -> !id.startsWith("no-")))
        .containsExactlyElementsOf(
            rules.stream().filter(rule -> spoke(rule, said)).map(Rule::id).toList());
  }

  private static boolean spoke(Rule rule, List<Ruling.Said> said) {
    return said.stream()
        .anyMatch(one -> one.rule().equals(rule.number()) && !one.sentence().isEmpty());
  }

  /** An operator's word for the recipient answers nothing else. */
  @Property
  void who_vouches_for_a_recipient_opens_nothing_for_a_classified_envelope(
      @ForAll("cases") Case any) {
    Decision vouched = any.vouched();
    if (any.envelope.secrecy() == Secrecy.UNSPECIFIED) {
      assertThat(vouched.outcome()).isNotEqualTo(Outcome.ROUTED);
    }
    if (any.envelope.secrecy() != Secrecy.NONE) {
      assertThat(vouched.network()).isNotEqualTo(Network.PUBLIC_POST);
    }
    if (any.decide(Rules.all()).outcome() == Outcome.REFUSED) {
      assertThat(vouched.outcome()).isEqualTo(Outcome.REFUSED);
    }
  }

  @Property
  void only_a_routed_envelope_has_a_network_and_only_kt1_a_service(@ForAll("cases") Case any) {
    Decision decision = any.decide(Rules.all());
    assertThat(decision.network() != null).isEqualTo(decision.outcome() == Outcome.ROUTED);
    assertThat(decision.service() != null).isEqualTo(decision.network() == Network.KT1);
  }

  @Property
  void nobody_is_given_hand_or_cipher_who_did_not_ask(@ForAll("cases") Case any) {
    Network network = any.decide(Rules.all()).network();
    if (network == Network.HAND || network == Network.CIPHER) {
      assertThat(any.envelope.wish()).isEqualTo(network);
    }
  }

  @Property
  void the_order_of_the_rules_decides_nothing(@ForAll("cases") Case any, @ForAll long seed) {
    List<Rule> shuffled = new ArrayList<>(Rules.all());
    Collections.shuffle(shuffled, new Random(seed));
    Decision one = any.decide(Rules.all());
    Decision other = any.decide(shuffled);
    assertThat(other).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(one);
  }

  /** Also not what rules refuse together by leaving no network: it may at most be held instead. */
  @Property
  void one_rule_more_never_widens(
      @ForAll("cases") Case any, @ForAll("ruleSets") List<Rule> rules, @ForAll("rule") Rule more) {
    Decision less = any.decide(rules);
    Decision narrowed = any.decide(with(rules, more));
    boolean refusedByARule =
        less.outcome() == Outcome.REFUSED
            && less.reasons().stream().noneMatch(why -> why.rule().equals("no-network-left"));
    if (refusedByARule) {
      assertThat(narrowed.outcome()).isEqualTo(Outcome.REFUSED);
    }
    if (narrowed.outcome() == Outcome.ROUTED) {
      assertThat(less.outcome()).isEqualTo(Outcome.ROUTED);
      assertThat(narrowed.network()).isGreaterThanOrEqualTo(less.network());
    }
  }

  @Property
  void who_is_held_or_refused_is_told_why_in_both_languages(@ForAll("cases") Case any) {
    Decision decision = any.decide(Rules.all());
    if (decision.outcome() != Outcome.ROUTED) {
      assertThat(decision.reasons()).isNotEmpty();
    }
    assertThat(decision.reasons())
        .allSatisfy(
            reason -> {
              assertThat(reason.basis()).isNotBlank();
              assertThat(reason.detail().vi()).isNotBlank();
              assertThat(reason.detail().en()).isNotBlank();
            });
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of("H24.16", "H24.90", "H24.95", "H48.16", "H48.90"), days(), envelopes())
        .as(Case::new);
  }

  /** Any second of the years the gateway knows law for. */
  private static Arbitrary<String> days() {
    return Arbitraries.longs()
        .between(FIRST, LAST)
        .map(second -> Instant.ofEpochSecond(second).toString());
  }

  private static Arbitrary<Envelope> envelopes() {
    return Combinators.combine(
            recipients(),
            Arbitraries.of(Secrecy.class),
            Arbitraries.of(Urgency.class),
            Arbitraries.of(NOW.minusSeconds(1), NOW.plusSeconds(1)).injectNull(0.5),
            Arbitraries.of(true, false).injectNull(0.3),
            Arbitraries.of(true, false),
            Arbitraries.of(Network.class).injectNull(0.4))
        .as(
            (to, secrecy, urgency, deliverAt, entered, personal, wish) ->
                new Envelope(
                    "1", to, secrecy, urgency, deliverAt, null, 1, entered, personal, wish));
  }

  private static Arbitrary<Recipient> recipients() {
    return Arbitraries.of(
        new Recipient("H24.31", null, null, null),
        new Recipient("H24.16", null, null, null),
        new Recipient("H24.40", null, null, null),
        new Recipient("H23.05", null, null, null),
        new Recipient("H99.99", null, null, null),
        new Recipient("H99.99", null, "Số 1", null),
        new Recipient(null, "Cơ quan mẫu", "Số 1", null));
  }

  @Provide
  Arbitrary<List<Rule>> ruleSets() {
    return Arbitraries.subsetOf(Rules.all()).ofMinSize(1).map(List::copyOf);
  }

  @Provide
  Arbitrary<Rule> rule() {
    return Arbitraries.of(Rules.all());
  }

  private static List<Rule> with(List<Rule> rules, Rule more) {
    return Stream.concat(
            rules.stream().filter(rule -> rule.getClass() != more.getClass()), Stream.of(more))
        .toList();
  }
}
