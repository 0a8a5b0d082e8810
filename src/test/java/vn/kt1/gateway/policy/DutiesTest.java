package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.policy.TwoProvinces.NOW;
import static vn.kt1.gateway.policy.TwoProvinces.decide;
import static vn.kt1.gateway.policy.TwoProvinces.vouched;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Ruling.Said;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/** What the sender is told to do, how haste is ordered, and what an operator's word releases. */
class DutiesTest {

  private static final String MORNING = "2026-11-22T09:00:00+07:00";

  @ParameterizedTest
  @CsvSource({"TOP_SECRET, true", "SECRET, false", "CONFIDENTIAL, false", "NONE, false"})
  void two_layers_are_asked_for_top_secret_only(Secrecy secrecy, boolean asked) {
    Decision decision = decide("H24.16", named("1").secrecy(secrecy).entered(true).sealed());
    assertThat(rules(decision).contains("top-secret-in-two-layers")).isEqualTo(asked);
    assertThat(decision.outcome()).isEqualTo(Outcome.ROUTED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "SECRET, -, by-post",
        "SECRET, KT1, by-post",
        "CONFIDENTIAL, HAND, by-hand",
        "SECRET, CIPHER, ''",
        "SECRET, PUBLIC_POST, ''",
        "NONE, HAND, ''"
      })
  void whoever_takes_a_classified_item_over_signs_for_it(
      Secrecy secrecy, @Nullable Network wish, String sentence) {
    Decision decision =
        decide("H24.16", named("1").secrecy(secrecy).entered(true).wish(wish).sealed());
    assertThat(said(decision, "P-15").sentence()).isEqualTo(sentence);
  }

  @Test
  void what_only_the_named_person_opens_names_a_person() {
    Decision named = decide("H24.16", personal("Người nhận mẫu"));
    assertThat(rules(named)).contains("only-the-named-person-opens");
    assertThat(named.warnings()).isEmpty();

    Decision nobody = decide("H24.16", personal(null));
    assertThat(nobody.outcome()).isEqualTo(Outcome.ROUTED);
    assertThat(rules(nobody)).doesNotContain("only-the-named-person-opens");
    assertThat(nobody.warnings())
        .extracting(Warning::code)
        .containsExactly("personal-only-without-addressee");
    assertThat(rules(decide("H24.16", named("1").sealed())))
        .doesNotContain("only-the-named-person-opens");
  }

  @ParameterizedTest
  @CsvSource({
    "URGENT, KT1_B_EXPRESS, urgency-mapped",
    "VERY_URGENT, KT1_B, urgency-without-kt1-class",
    "UNKNOWN, KT1_B, urgency-unreadable",
    "EXPRESS, KT1_B_EXPRESS, "
  })
  void haste_is_ordered_as_the_senders_province_maps_it_and_told(
      Urgency urgency, String service, @Nullable String warning) {
    Decision decision = mapping().decide(handOff(urgency)).decisions().get(0);
    assertThat(decision.service().name()).isEqualTo(service);
    assertThat(decision.warnings())
        .extracting(Warning::code)
        .isEqualTo(warning == null ? List.of() : List.of(warning));
  }

  @Test
  void an_operators_word_releases_an_unknown_recipient_with_an_address() {
    Envelope stranger =
        named("1").classified().to(new Recipient("H99.99", null, "Số 1", null)).sealed();
    assertThat(decide("H24.16", stranger).outcome()).isEqualTo(Outcome.HELD);
    assertThat(vouched("H24.16", MORNING, stranger).network()).isEqualTo(Network.KT1);
  }

  @Test
  void without_an_address_an_operators_word_helps_by_hand_only() {
    Envelope nowhere = named("1").classified().to("H99.99").sealed();
    assertThat(vouched("H24.16", MORNING, nowhere).outcome()).isEqualTo(Outcome.HELD);
    assertThat(rules(vouched("H24.16", MORNING, nowhere))).contains("recipient-has-an-address");
    Envelope byHand = named("1").classified().to("H99.99").wish(Network.HAND).sealed();
    assertThat(vouched("H24.16", MORNING, byHand).network()).isEqualTo(Network.HAND);
    assertThat(
            decide("H24.16", named("1").classified().to("H24.40").wish(Network.HAND).sealed())
                .outcome())
        .as("nobody has given a word")
        .isEqualTo(Outcome.HELD);
  }

  @Test
  void an_operators_word_answers_neither_secrecy_nor_register() {
    for (Envelope open :
        List.of(
            named("1").secrecy(Secrecy.UNSPECIFIED).sealed(),
            named("1").secrecy(Secrecy.SECRET).entered(null).sealed())) {
      assertThat(vouched("H24.16", MORNING, open).outcome()).isEqualTo(Outcome.HELD);
    }
  }

  @Test
  void other_rules_or_another_directory_are_another_version() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    RoutingPolicy all = new RoutingPolicy(TwoProvinces.DIRECTORY, clock, Rules.all());
    RoutingPolicy fewer =
        new RoutingPolicy(TwoProvinces.DIRECTORY, clock, Rules.all().subList(1, 5));
    assertThat(all.version()).matches("[0-9a-f]{64}").isNotEqualTo(fewer.version());
    Decision decision = all.decide(handOff(Urgency.NORMAL)).decisions().get(0);
    assertThat(decision.ruling().policyVersion()).isEqualTo(all.version());
    assertThat(decision.ruling().directoryVersion()).isEqualTo(TwoProvinces.DIRECTORY.version());
    assertThat(decision.told().ruling()).as("no part of what is told").isNull();
    assertThat(decision.told().reasons()).isEqualTo(decision.reasons());
  }

  @Test
  void a_silent_rule_is_kept_as_silent_and_one_that_speaks_with_what_it_left() {
    Decision decision = decide("H24.16", named("1").classified().sealed());
    assertThat(said(decision, "P-1"))
        .isEqualTo(
            new Said(
                "P-1",
                1,
                List.of(Network.KT1, Network.HAND, Network.CIPHER),
                Outcome.ROUTED,
                "kt1"));
    assertThat(said(decision, "P-2"))
        .isEqualTo(new Said("P-2", 1, List.of(Network.values()), Outcome.ROUTED, ""));
  }

  private static RoutingPolicy mapping() {
    Province province =
        new Province(
            "hai-phong",
            "Hải Phòng",
            true,
            false,
            "Hải Phòng §1",
            null,
            true,
            null,
            null,
            null,
            null,
            Map.of(Urgency.URGENT, Urgency.EXPRESS));
    Directory directory =
        new Directory(TwoProvinces.DIRECTORY.units(), List.of(province), List.of());
    return new RoutingPolicy(directory, Clock.fixed(NOW, ZoneOffset.UTC), Rules.all());
  }

  private static HandOff handOff(Urgency urgency) {
    return new HandOff(
        "hp",
        "HO-1",
        "H24.16",
        NOW,
        true,
        "0".repeat(64),
        List.of(named("1").classified().urgency(urgency).sealed()));
  }

  private static Envelope personal(@Nullable String addressee) {
    Recipient to = new Recipient("H24.31", null, null, addressee);
    return new Envelope("1", to, Secrecy.NONE, Urgency.NORMAL, null, null, 1, null, true, null);
  }

  private static List<String> rules(Decision decision) {
    return decision.reasons().stream().map(Reason::rule).toList();
  }

  private static Said said(Decision decision, String rule) {
    return decision.ruling().verdicts().stream()
        .filter(said -> said.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
