package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.policy.TwoProvinces.NOW;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;

/** What holds for every envelope. */
class RoutingPolicyPropertiesTest {

  /** An envelope with who sends it and when. */
  record Case(String sender, String at, Envelope envelope) {
    Decision decide(List<Rule> rules) {
      return TwoProvinces.decide(rules, sender, at, envelope).decisions().get(0);
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
            Arbitraries.of("H24.16", "H24.90", "H24.95", "H48.16", "H48.90"),
            Arbitraries.of("2025-12-31T23:59:59+07:00", "2026-11-22T09:00:00+07:00"),
            envelopes())
        .as(Case::new);
  }

  private static Arbitrary<Envelope> envelopes() {
    return Combinators.combine(
            recipients(),
            Arbitraries.of(Secrecy.class),
            Arbitraries.of(Urgency.class),
            Arbitraries.of(NOW.minusSeconds(1), NOW.plusSeconds(1)).injectNull(0.5),
            Arbitraries.of(true, false).injectNull(0.3),
            Arbitraries.of(Network.class).injectNull(0.4))
        .as(
            (to, secrecy, urgency, deliverAt, entered, wish) ->
                new Envelope("1", to, secrecy, urgency, deliverAt, null, 1, entered, false, wish));
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
