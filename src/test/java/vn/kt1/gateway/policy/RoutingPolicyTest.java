package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.policy.TwoProvinces.NOW;
import static vn.kt1.gateway.policy.TwoProvinces.decide;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/** Every row of CONTRACT §3.2. */
class RoutingPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # sender | secrecy    | urgency | wish      | in register | outcome | network   | service
          H24.16 | UNSPECIFIED  | NORMAL  | -           | -     | HELD    | -           | -
          H24.16 | UNSPECIFIED  | NORMAL  | KT1         | true  | HELD    | -           | -
          H24.16 | UNSPECIFIED  | NORMAL  | PUBLIC_POST | -     | HELD    | -           | -
          H24.16 | SECRET       | EXPRESS | -           | true  | ROUTED  | KT1         | KT1_B_EXPRESS
          H24.16 | CONFIDENTIAL | NORMAL  | KT1         | true  | ROUTED  | KT1         | KT1_C
          H24.95 | TOP_SECRET   | NORMAL  | -           | true  | ROUTED  | KT1         | KT1_A
          H24.90 | SECRET       | NORMAL  | KT1         | true  | ROUTED  | KT1         | KT1_B
          H48.16 | SECRET       | NORMAL  | -           | true  | ROUTED  | KT1         | KT1_B
          H24.16 | SECRET       | NORMAL  | HAND        | true  | ROUTED  | HAND        | -
          H24.16 | TOP_SECRET   | NORMAL  | CIPHER      | true  | ROUTED  | CIPHER      | -
          H24.16 | CONFIDENTIAL | NORMAL  | PUBLIC_POST | true  | REFUSED | -           | -
          H24.16 | SECRET       | NORMAL  | -           | false | REFUSED | -           | -
          H24.16 | SECRET       | NORMAL  | HAND        | false | REFUSED | -           | -
          H24.16 | SECRET       | NORMAL  | -           | -     | HELD    | -           | -
          H24.16 | SECRET       | NORMAL  | CIPHER      | -     | HELD    | -           | -
          H24.16 | NONE         | NORMAL  | -           | -     | ROUTED  | KT1         | KT1
          H24.16 | NONE         | EXPRESS | -           | -     | ROUTED  | KT1         | KT1_EXPRESS
          H48.16 | NONE         | NORMAL  | -           | -     | ROUTED  | PUBLIC_POST | -
          H24.90 | NONE         | NORMAL  | -           | -     | ROUTED  | PUBLIC_POST | -
          H24.95 | NONE         | NORMAL  | -           | -     | ROUTED  | PUBLIC_POST | -
          H24.95 | NONE         | NORMAL  | KT1         | -     | REFUSED | -           | -
          H24.90 | NONE         | NORMAL  | KT1         | -     | REFUSED | -           | -
          H48.16 | NONE         | NORMAL  | KT1         | -     | ROUTED  | KT1         | KT1
          H24.16 | NONE         | NORMAL  | PUBLIC_POST | -     | ROUTED  | PUBLIC_POST | -
          H24.16 | NONE         | NORMAL  | HAND        | -     | ROUTED  | HAND        | -
          H24.95 | NONE         | NORMAL  | CIPHER      | -     | ROUTED  | CIPHER      | -
          H24.16 | NONE         | NORMAL  | -           | false | ROUTED  | KT1         | KT1
          """)
  void decides_as_the_contract_says(
      String sender,
      Secrecy secrecy,
      Urgency urgency,
      @Nullable Network wish,
      @Nullable Boolean entered,
      Outcome outcome,
      @Nullable Network network,
      @Nullable String service) {
    Decision decision =
        decide(
            sender,
            named("1").secrecy(secrecy).urgency(urgency).wish(wish).entered(entered).sealed());
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(decision.network()).isEqualTo(network);
    assertThat(decision.service() == null ? null : decision.service().name()).isEqualTo(service);
    assertThat(decision.reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "H24.90, 2025-12-31T23:59:59+07:00, KT1",
    "H24.90, 2025-12-31T16:59:59Z, KT1",
    "H24.90, 2026-01-01T00:00:00+07:00, PUBLIC_POST",
    "H24.90, 2025-12-31T17:00:00Z, PUBLIC_POST",
    "H24.90, 2025-12-31T23:30:00-05:00, PUBLIC_POST",
    "H48.90, 2025-12-31T23:59:59+07:00, PUBLIC_POST",
    "H48.90, 2026-01-01T00:00:00+07:00, PUBLIC_POST"
  })
  void qd37_ends_with_the_year_2025_in_vietnam(String sender, String at, Network network) {
    assertThat(decide(sender, at, named("1").sealed()).decisions().get(0).network())
        .isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource({
    "H24.90, 2025-12-31T23:59:59+07:00, ROUTED",
    "H24.90, 2026-01-01T00:00:00+07:00, REFUSED",
    "H48.90, 2025-12-31T23:59:59+07:00, ROUTED",
    "H48.90, 2026-01-01T00:00:00+07:00, REFUSED"
  })
  void who_is_not_served_any_more_may_not_wish_for_kt1(String sender, String at, Outcome outcome) {
    Decision decision =
        decide(sender, at, named("1").wish(Network.KT1).sealed()).decisions().get(0);
    assertThat(decision.outcome()).isEqualTo(outcome);
  }

  /** DOMAIN §10: ordinary items go by KT1 between served bodies only. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "H24.31, -,           2026-11-22, ROUTED,  KT1",
        "H24.31, KT1,         2026-11-22, ROUTED,  KT1",
        "H24.95, -,           2026-11-22, ROUTED,  PUBLIC_POST",
        "H24.95, KT1,         2026-11-22, REFUSED, -",
        "H24.95, HAND,        2026-11-22, ROUTED,  HAND",
        "H48.90, KT1,         2025-12-31, ROUTED,  KT1",
        "H48.90, KT1,         2026-01-01, REFUSED, -",
        "H48.90, -,           2026-01-01, ROUTED,  PUBLIC_POST",
        "-,      -,           2026-11-22, ROUTED,  PUBLIC_POST",
        "-,      KT1,         2026-11-22, REFUSED, -",
        "H99.99, KT1,         2026-11-22, HELD,    -",
        "H99.99, -,           2026-11-22, HELD,    -"
      })
  void an_ordinary_envelope_goes_by_kt1_to_a_served_recipient_only(
      @Nullable String recipient,
      @Nullable Network wish,
      String day,
      Outcome outcome,
      @Nullable Network network) {
    Recipient to =
        recipient == null
            ? new Recipient(null, "Cơ quan mẫu", "Số 1, đường mẫu", null)
            : new Recipient(recipient, null, "Số 1, đường mẫu", null);
    Decision decision =
        decide("H24.16", day + "T09:00:00+07:00", named("1").to(to).wish(wish).sealed())
            .decisions()
            .get(0);
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(decision.network()).isEqualTo(network);
  }

  @Test
  void a_classified_envelope_goes_by_kt1_to_whomever_it_is_for() {
    Recipient nobodyServed = new Recipient(null, "Cơ quan mẫu", "Số 1, đường mẫu", null);
    assertThat(decide("H24.95", named("1").to(nobodyServed).classified().sealed()).network())
        .isEqualTo(Network.KT1);
  }

  @Test
  void only_what_was_read_is_claimed_for_what_does_not_go_by_post() {
    Decision byHand = decide("H24.16", named("1").classified().wish(Network.HAND).sealed());
    Decision byCipher = decide("H24.16", named("1").classified().wish(Network.CIPHER).sealed());
    assertThat(bases(byHand)).anyMatch(basis -> basis.contains("Đ.13(1)"));
    assertThat(bases(byCipher)).noneMatch(basis -> basis.contains("Đ.13(1)"));
    assertThat(bases(byHand)).noneMatch(basis -> basis.contains("Đ.13(5)"));
    assertThat(bases(byCipher)).noneMatch(basis -> basis.contains("Đ.13(5)"));
  }

  private static List<String> bases(Decision decision) {
    return decision.reasons().stream().map(Reason::basis).toList();
  }

  /** TT 16/2017 Đ.4(4)(đ): 4, 12, 24 hours; the second before is too late. */
  @ParameterizedTest
  @CsvSource({"H24.31, 4", "H24.61, 12", "H48.16, 24"})
  void a_time_asked_for_too_late_is_told_and_ordered_all_the_same(String to, int hours) {
    Instant inTime = NOW.plus(Duration.ofHours(hours));
    var envelope = named("1").to(to).classified().urgency(Urgency.TIMED);
    assertThat(decide("H24.16", envelope.deliverAt(inTime).sealed()).warnings()).isEmpty();
    Decision late = decide("H24.16", envelope.deliverAt(inTime.minusSeconds(1)).sealed());
    assertThat(late.network()).isEqualTo(Network.KT1);
    assertThat(late.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("timed-asked-for-late");
              assertThat(warning.detail().en()).contains(hours + " hours");
            });
    assertThat(
            decide("H24.16", envelope.wish(Network.HAND).deliverAt(inTime.minusSeconds(1)).sealed())
                .warnings())
        .as("no matter of the post")
        .isEmpty();
  }

  /** H24.61 is a commune by its name, and H24.31 lies outside the inner city of the file. */
  @ParameterizedTest
  @CsvSource({"H24.61, 4", "H24.31, 12", "H48.16, 24"})
  void where_a_file_says_who_lies_in_the_city_names_do_not_count(String to, int hours) {
    var envelope = named("1").to(to).classified().urgency(Urgency.TIMED);
    Instant inTime = NOW.plus(Duration.ofHours(hours));
    assertThat(zoned(envelope.deliverAt(inTime).sealed()).warnings()).isEmpty();
    assertThat(zoned(envelope.deliverAt(inTime.minusSeconds(1)).sealed()).warnings()).hasSize(1);
  }

  private static Decision zoned(Envelope envelope) {
    return TwoProvinces.decideWith(TwoProvinces.ZONED, envelope);
  }

  @ParameterizedTest
  @EnumSource(names = {"URGENT", "VERY_URGENT", "UNKNOWN"})
  void a_haste_kt1_does_not_know_is_told_and_not_ordered(Urgency urgency) {
    Decision decision = decide("H24.16", named("1").classified().urgency(urgency).sealed());
    assertThat(decision.service()).hasToString("Kt1Service[name=KT1_B]");
    assertThat(decision.warnings())
        .extracting(Warning::code)
        .containsExactly(
            urgency == Urgency.UNKNOWN ? "urgency-unreadable" : "urgency-without-kt1-class");
  }

  @ParameterizedTest
  @EnumSource
  void express_timed_is_refused_on_any_network_where_it_is_not_offered(Network wish) {
    var envelope =
        named("1").classified().urgency(Urgency.EXPRESS_TIMED).deliverAt(NOW.plusSeconds(9));
    assertThat(decide("H24.16", envelope.wish(wish).sealed()).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decide("H48.16", envelope.wish(Network.KT1).sealed()).service())
        .hasToString("Kt1Service[name=KT1_B_EXPRESS_TIMED]");
  }

  @ParameterizedTest
  @EnumSource
  void nobody_delivers_into_the_past_on_any_network(Network wish) {
    var envelope = named("1").urgency(Urgency.TIMED).wish(wish);
    assertThat(decide("H24.16", envelope.deliverAt(NOW).sealed()).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(decide("H24.16", envelope.deliverAt(NOW.plusSeconds(1)).sealed()).network())
        .isEqualTo(wish);
  }

  @Test
  void an_unknown_or_closed_recipient_is_held_and_a_successor_proposed() {
    assertThat(held(decide("H24.16", named("1").to("H99.99").sealed())))
        .containsExactly("recipient-unit-is-open");
    assertThat(held(decide("H24.16", named("1").to("H23.06").sealed())))
        .containsExactly("recipient-unit-is-open");
    Decision succeeded = decide("H24.31", named("1").to("H23.05").sealed());
    assertThat(held(succeeded)).containsExactly("recipient-unit-is-open");
    assertThat(succeeded.reasons()).anyMatch(reason -> reason.detail().vi().contains("H24.16"));
    assertThat(decide("H24.16", "2025-06-30T23:59:59+07:00", named("1").to("H23.05").sealed()))
        .satisfies(open -> assertThat(open.decisions().get(0).outcome()).isEqualTo(Outcome.ROUTED));
  }

  @Test
  void an_unknown_unit_is_held_even_with_an_address() {
    Recipient stranger = new Recipient("H99.99", "Cơ quan lạ", "Số 1, đường mẫu", null);
    assertThat(held(decide("H24.16", named("1").to(stranger).sealed())))
        .containsExactly("recipient-unit-is-open");
  }

  @Test
  void a_recipient_without_address_is_held() {
    assertThat(held(decide("H24.16", named("1").to("H24.40").sealed())))
        .containsExactly("recipient-has-an-address");
    Recipient written = new Recipient("H24.40", null, "Số 1, đường mẫu", null);
    assertThat(decide("H24.16", named("1").to(written).sealed()).outcome())
        .isEqualTo(Outcome.ROUTED);
    Recipient named = new Recipient(null, "Cơ quan mẫu", "Số 1, đường mẫu", null);
    assertThat(decide("H24.16", named("1").to(named).sealed()).outcome()).isEqualTo(Outcome.ROUTED);
  }

  @Test
  void nobody_sends_to_oneself() {
    assertThat(decide("H24.16", named("1").to("H24.16").sealed()).outcome())
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void refused_comes_before_held_before_routed_and_all_reasons_are_told() {
    Decision decision =
        decide(
            "H24.16",
            named("1")
                .to("H23.05")
                .secrecy(Secrecy.SECRET)
                .wish(Network.PUBLIC_POST)
                .urgency(Urgency.EXPRESS_TIMED)
                .deliverAt(NOW.minusSeconds(1))
                .sealed());
    assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(decision.reasons())
        .extracting(Reason::rule)
        .containsExactly(
            "classified-goes-by-kt1",
            "classified-is-entered-in-the-register",
            "express-timed-where-offered",
            "deliver-at-lies-ahead",
            "recipient-unit-is-open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H24.16", "H48.16"})
  void the_ground_names_the_law_and_the_senders_province(String sender) {
    Decision decision = decide(sender, named("1").classified().sealed());
    assertThat(decision.reasons().get(0).basis())
        .startsWith("QĐ 32/2025/QĐ-TTg; ")
        .endsWith(sender.startsWith("H24") ? "Hải Phòng §1" : "Quảng Ngãi §1");
  }

  @Test
  void decides_envelope_by_envelope() {
    var decided =
        decide(
            "H24.16",
            "2026-11-22T09:00:00+07:00",
            named("1").classified().sealed(),
            named("2").secrecy(Secrecy.UNSPECIFIED).sealed(),
            named("3").to("H24.16").sealed());
    assertThat(decided.decisions())
        .extracting(Decision::outcome)
        .isEqualTo(List.of(Outcome.ROUTED, Outcome.HELD, Outcome.REFUSED));
  }

  private static List<String> held(Decision decision) {
    assertThat(decision.outcome()).isEqualTo(Outcome.HELD);
    return decision.reasons().stream()
        .map(Reason::rule)
        .filter(rule -> rule.startsWith("recipient"))
        .toList();
  }

  @Test
  void gives_equal_envelopes_of_one_hand_off_the_same_decision_and_not_one_each() {
    Envelope[] envelopes = {
      named("1").sealed(), named("2").classified().sealed(), named("3").sealed()
    };
    List<Decision> decisions =
        TwoProvinces.decide("H24.16", "2026-11-22T09:00:00+07:00", envelopes).decisions();
    assertThat(decisions.get(2)).isSameAs(decisions.get(0)).isNotEqualTo(decisions.get(1));
  }
}
