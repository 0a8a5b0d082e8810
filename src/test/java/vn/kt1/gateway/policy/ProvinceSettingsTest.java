package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;
import vn.kt1.testing.AnEnvelope;

/** What the directory of a day makes of one and the same envelope. */
class ProvinceSettingsTest {

  private static final Directory DIRECTORY =
      new Directory(
          List.of(
              unit("H24.16", "hai-phong", null, null),
              unit("H48.16", "quang-ngai", null, null),
              unit("H23.01", "hai-duong", "2023-12-31", "H23.02"),
              unit("H23.02", "hai-duong", "2025-06-30", "H24.31"),
              unit("H24.31", "hai-phong", null, null),
              unit("H23.03", "hai-duong", "2024-12-31", "H23.04"),
              unit("H23.04", "hai-duong", "2025-06-30", null)),
          List.of(
              province("hai-phong", Map.of(Urgency.URGENT, Urgency.EXPRESS)),
              province("quang-ngai", Map.of(Urgency.VERY_URGENT, Urgency.EXPRESS))),
          List.of());

  @ParameterizedTest
  @CsvSource({
    "H24.16, URGENT, KT1_B_EXPRESS, urgency-mapped",
    "H24.16, VERY_URGENT, KT1_B, urgency-without-kt1-class",
    "H48.16, URGENT, KT1_B, urgency-without-kt1-class",
    "H48.16, VERY_URGENT, KT1_B_EXPRESS, urgency-mapped",
    "H48.16, UNKNOWN, KT1_B, urgency-unreadable"
  })
  void an_urgency_is_ordered_as_the_senders_province_says(
      String sender, Urgency urgency, String service, String warning) {
    String recipient = sender.equals("H24.16") ? "H48.16" : "H24.16";
    Decision decision =
        decide(sender, "2026-11-22", named("1").to(recipient).classified().urgency(urgency));
    assertThat(decision.service().name()).isEqualTo(service);
    assertThat(decision.warnings()).extracting(Warning::code).containsExactly(warning);
  }

  @ParameterizedTest
  @CsvSource({
    "H23.01, 2024-06-01, H23.02",
    "H23.01, 2026-11-22, H24.31",
    "H23.02, 2026-11-22, H24.31",
    "H23.03, 2025-03-01, H23.04"
  })
  void the_successor_proposed_is_open_on_the_day(String closed, String day, String proposed) {
    Decision decision = decide("H24.16", day, named("1").to(closed));
    assertThat(decision.outcome()).isEqualTo(Outcome.HELD);
    Set<String> named =
        DIRECTORY.units().stream()
            .map(Unit::code)
            .filter(code -> !code.equals(closed) && sentences(decision).contains(code))
            .collect(Collectors.toSet());
    assertThat(named).containsExactly(proposed);
  }

  @Test
  void where_nobody_is_open_nobody_is_proposed() {
    Decision decision = decide("H24.16", "2026-11-22", named("1").to("H23.03"));
    assertThat(decision.outcome()).isEqualTo(Outcome.HELD);
    assertThat(sentences(decision)).contains("was closed. Name the body").doesNotContain("H23.04");
  }

  private static String sentences(Decision decision) {
    return decision.reasons().stream()
        .map(reason -> reason.detail().vi() + reason.detail().en())
        .collect(Collectors.joining("\n"));
  }

  private static Decision decide(String sender, String day, AnEnvelope envelope) {
    Instant at = Instant.parse(day + "T02:00:00Z");
    Envelope sealed = envelope.sealed();
    return new RoutingPolicy(DIRECTORY, Clock.fixed(at, ZoneOffset.UTC), Rules.all())
        .decide(new HandOff("p", "HO-1", sender, at, true, "0".repeat(64), List.of(sealed)))
        .decisions()
        .get(0);
  }

  private static Unit unit(
      String code, String province, @Nullable String validTo, @Nullable String successor) {
    return new Unit(
        code,
        null,
        "Cơ quan mẫu",
        province,
        "other",
        Unit.Eligibility.QD32,
        LocalDate.of(2022, 2, 15),
        validTo == null ? null : LocalDate.parse(validTo),
        successor,
        "Số 1",
        "SYNTHETIC",
        false);
  }

  private static Province province(String id, Map<Urgency, Urgency> haste) {
    return new Province(id, id, true, false, id + " §1", null, true, null, null, null, null, haste);
  }
}
