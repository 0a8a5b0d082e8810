package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.gateway.policy.TwoProvinces.NOW;
import static vn.kt1.gateway.policy.TwoProvinces.decide;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Kt1Leave;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Ruling.Said;

/** How verdicts become a decision, which rules are asked, and what gives leave for KT1. */
class WeighingTest {

  /** A rule that says what a test wants. */
  private record Says(String number, int version, Verdict verdict) implements Rule {
    @Override
    public Verdict on(Envelope envelope, Context context) {
      return verdict;
    }

    @Override
    public String id() {
      return "the-senders-wish";
    }
  }

  /** Whoever changes what a rule says raises its version, and changes this line. */
  @Test
  void the_rules_have_these_versions() {
    assertThat(
            Rules.all().stream()
                .map(rule -> rule.number() + " " + rule.version())
                .collect(Collectors.joining(", ")))
        .isEqualTo(
            "P-1 1, P-2 1, P-3 1, P-4 2, P-5 2, P-6 2, P-7 1, P-8 3, P-9 2, P-10 1, P-11 1, P-12 2,"
                + " P-13 1, P-14 1, P-15 1");
  }

  @Test
  void a_new_version_of_a_rule_is_a_new_version_of_the_policy() {
    Verdict silent = Verdict.silent();
    assertThat(policy(new Says("P-6", 1, silent)).version())
        .isNotEqualTo(policy(new Says("P-6", 2, silent)).version())
        .isEqualTo(policy(new Says("P-6", 1, Verdict.refuses("wished"))).version());
    assertThat(policy(new Says("P-6", 1, silent), new Says("P-7", 1, silent)).version())
        .as("in whatever order")
        .isEqualTo(policy(new Says("P-7", 1, silent), new Says("P-6", 1, silent)).version());
  }

  @Test
  void rules_that_leave_nothing_together_refuse_and_say_so() {
    Decision decision =
        decision(
            new Says("P-6", 1, Verdict.leaves(List.of(Network.KT1))),
            new Says("P-7", 1, Verdict.leaves(List.of(Network.HAND))));
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.network()).isNull();
    assertThat(decision.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.rule()).isEqualTo("no-network-left");
              assertThat(reason.basis()).isEqualTo("QĐ 32/2025/QĐ-TTg");
            });
    assertThat(decision.ruling().verdicts()).hasSize(2);
  }

  @Test
  void the_preferred_of_what_is_left_is_taken_and_the_gravest_outcome_counts() {
    Says two = new Says("P-6", 1, Verdict.leaves(List.of(Network.PUBLIC_POST, Network.HAND)));
    assertThat(decision(two).network()).isEqualTo(Network.PUBLIC_POST);
    Says holds = new Says("P-7", 1, Verdict.holds("wished"));
    Says refuses = new Says("P-8", 1, Verdict.refuses("wished"));
    assertThat(decision(two, holds).outcome()).isEqualTo(Outcome.HELD);
    assertThat(decision(refuses, holds, two).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision(refuses, holds, two).reasons()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, kt1", "KT1, kt1", "HAND, not-by-post", "CIPHER, not-by-post"})
  void a_classified_envelope_is_told_by_which_right_it_travels(
      @Nullable Network wish, String sentence) {
    Decision decision = decide("H24.16", named("1").classified().wish(wish).sealed());
    assertThat(said(decision, "P-1")).extracting(Said::sentence).isEqualTo(sentence);
  }

  /** QĐ 37/2021 came into force on 15 February 2022. */
  @Test
  void a_rule_is_asked_from_the_first_day_of_its_first_source_on() {
    Directory early = directory(LocalDate.of(2020, 1, 1), "hai-phong");
    assertThat(numbers(early, "2022-02-14T16:59:59Z")).contains("P-1").doesNotContain("P-4");
    assertThat(numbers(early, "2022-02-14T17:00:00Z")).contains("P-1", "P-4");
  }

  @Test
  void who_is_in_no_list_or_of_a_province_not_served_hands_nothing_over() {
    assertThatThrownBy(() -> decide("H99.99", named("1").sealed())).isInstanceOf(Rejected.class);
    Directory elsewhere = directory(LocalDate.of(2020, 1, 1), "da-nang");
    assertThatThrownBy(() -> numbers(elsewhere, "2026-11-22T02:00:00Z"))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void a_unit_that_is_not_open_yet_is_as_good_as_unknown() {
    Decision early =
        decide("H24.16", "2022-02-01T09:00:00+07:00", named("1").to("H24.31").sealed())
            .decisions()
            .get(0);
    assertThat(said(early, "P-9"))
        .satisfies(
            said -> {
              assertThat(said.outcome()).isEqualTo(Outcome.HELD);
              assertThat(said.sentence()).isEqualTo("unknown");
            });
    assertThat(early.reasons()).extracting(Reason::rule).contains("recipient-unit-is-open");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ROUTED, KT1, KT1_B, true",
        "ROUTED, PUBLIC_POST, KT1_B, false",
        "ROUTED, HAND, -, false",
        "ROUTED, KT1, -, false",
        "HELD, KT1, KT1_B, false",
        "REFUSED, KT1, KT1_B, false",
        "ROUTED, -, KT1_B, false"
      })
  void leave_for_kt1_is_given_by_a_decision_for_kt1_in_a_service_and_by_nothing_else(
      Outcome outcome, @Nullable Network network, @Nullable String service, boolean leave) {
    Kt1Service asked = service == null ? null : new Kt1Service(service);
    Decision decision = new Decision(outcome, network, asked, List.of(), List.of(), null);
    assertThat(decision.leaveForKt1().map(Kt1Leave::service).orElse(null))
        .isEqualTo(leave ? asked : null);
  }

  private static Directory directory(LocalDate from, String province) {
    Unit unit =
        new Unit(
            "H24.16",
            null,
            "Cơ quan",
            province,
            "other",
            Unit.Eligibility.QD32,
            from,
            null,
            null,
            "Số 1",
            "x",
            false);
    return new Directory(
        List.of(unit), List.of(TwoProvinces.DIRECTORY.province("hai-phong")), List.of());
  }

  private static List<String> numbers(Directory directory, String at) {
    RoutingPolicy policy =
        new RoutingPolicy(directory, Clock.fixed(NOW, ZoneOffset.UTC), Rules.all());
    return policy
        .decide(TwoProvinces.handOff("H24.16", at, named("1").sealed()))
        .decisions()
        .get(0)
        .ruling()
        .verdicts()
        .stream()
        .map(Said::rule)
        .toList();
  }

  private static RoutingPolicy policy(Rule... rules) {
    return new RoutingPolicy(
        TwoProvinces.DIRECTORY, Clock.fixed(NOW, ZoneOffset.UTC), List.of(rules));
  }

  private static Decision decision(Rule... rules) {
    return policy(rules)
        .decide(TwoProvinces.handOff("H24.16", "2026-11-22T02:00:00Z", named("1").sealed()))
        .decisions()
        .get(0);
  }

  private static Said said(Decision decision, String rule) {
    return decision.ruling().verdicts().stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
