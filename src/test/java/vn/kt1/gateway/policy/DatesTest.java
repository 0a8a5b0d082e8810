package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.policy.TwoProvinces.decide;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * Every day on which law or directory change, to the second, in Vietnam; the JVM lives elsewhere.
 */
class DatesTest {

  @Test
  void the_jvm_lives_elsewhere() {
    assertThat(TimeZone.getDefault().getID()).isEqualTo("America/New_York");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-09-07T23:59:59+07:00 | classified-goes-by-kt1 | QĐ 37/2021/QĐ-TTg; Luật 29/2018/QH14 Đ.13(5); Hải Phòng §1
          2025-09-07T16:59:59Z      | classified-goes-by-kt1 | QĐ 37/2021/QĐ-TTg; Luật 29/2018/QH14 Đ.13(5); Hải Phòng §1
          2025-09-08T00:00:00+07:00 | classified-goes-by-kt1 | QĐ 32/2025/QĐ-TTg; Luật 29/2018/QH14 Đ.13(5); Hải Phòng §1
          2025-09-07T17:00:00Z      | classified-goes-by-kt1 | QĐ 32/2025/QĐ-TTg; Luật 29/2018/QH14 Đ.13(5); Hải Phòng §1
          2025-09-07T13:00:00-04:00 | classified-goes-by-kt1 | QĐ 32/2025/QĐ-TTg; Luật 29/2018/QH14 Đ.13(5); Hải Phòng §1
          2026-02-28T23:59:59+07:00 | classified-goes-by-kt1 | QĐ 32/2025/QĐ-TTg; Luật 29/2018/QH14 Đ.13(5); Hải Phòng §1
          2026-03-01T00:00:00+07:00 | classified-goes-by-kt1 | QĐ 32/2025/QĐ-TTg; Luật 117/2025/QH15 Đ.13(5); Hải Phòng §1
          2026-02-28T23:59:59+07:00 | classified-is-entered-in-the-register | NĐ 26/2020/NĐ-CP
          2026-02-28T16:59:59Z      | classified-is-entered-in-the-register | NĐ 26/2020/NĐ-CP
          2026-03-01T00:00:00+07:00 | classified-is-entered-in-the-register | NĐ 63/2026/NĐ-CP
          2026-02-28T17:00:00Z      | classified-is-entered-in-the-register | NĐ 63/2026/NĐ-CP
          2026-02-28T23:59:59+07:00 | classified-hand-over-is-signed | Luật 29/2018/QH14; NĐ 26/2020/NĐ-CP
          2026-03-01T00:00:00+07:00 | classified-hand-over-is-signed | Luật 117/2025/QH15 Đ.13(6); NĐ 63/2026/NĐ-CP
          """)
  void a_hand_off_quotes_the_law_of_its_day(String at, String rule, String basis) {
    Decision decision =
        decide("H24.16", at, named("1").secrecy(Secrecy.SECRET).entered(null).sealed())
            .decisions()
            .get(0);
    assertThat(decision.reasons())
        .filteredOn(reason -> reason.rule().equals(rule))
        .extracting(Reason::basis)
        .containsExactly(basis);
  }

  /** A policy remembers the law of a day; it never quotes it on another day. */
  @Test
  void one_policy_asked_of_many_days_decides_as_one_asked_of_each() {
    RoutingPolicy asked =
        new RoutingPolicy(
            TwoProvinces.DIRECTORY,
            Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC),
            Rules.all());
    Envelope envelope = named("1").secrecy(Secrecy.SECRET).entered(null).sealed();
    for (int round = 0; round < 2; round++) {
      for (String day : List.of("2025-09-07", "2025-09-08", "2026-02-28", "2026-03-01")) {
        for (String sender : List.of("H24.16", "H48.16")) {
          String at = day + "T09:00:00+07:00";
          assertThat(asked.decide(TwoProvinces.handOff(sender, at, envelope)))
              .as(day + sender)
              .isEqualTo(decide(sender, at, envelope));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30T23:59:59+07:00, ROUTED",
    "2025-06-30T16:59:59Z, ROUTED",
    "2025-07-01T00:00:00+07:00, HELD",
    "2025-06-30T17:00:00Z, HELD"
  })
  void a_unit_is_closed_with_the_day_after_its_last(String at, Outcome outcome) {
    assertThat(decide("H24.31", at, named("1").to("H23.05").sealed()).decisions().get(0).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-14T23:59:59+07:00, HELD",
    "2022-02-15T00:00:00+07:00, ROUTED",
    "2022-02-14T17:00:00Z, ROUTED"
  })
  void a_unit_is_open_from_its_first_day_on(String at, Outcome outcome) {
    var envelope = named("1").to("H24.31").wish(Network.HAND).sealed();
    assertThat(decide("H24.16", at, envelope).decisions().get(0).outcome()).isEqualTo(outcome);
  }

  @Test
  void the_sources_of_a_rule_follow_each_other_without_a_day_between() {
    for (Rule rule : Rules.all()) {
      for (LegalSource source : Sources.of(rule.number())) {
        LocalDate to = source.to();
        if (to != null) {
          assertThat(source.holdsOn(to)).isTrue();
          assertThat(source.holdsOn(to.plusDays(1))).isFalse();
        }
        LocalDate from = source.from();
        if (from != null) {
          assertThat(source.holdsOn(from)).isTrue();
          assertThat(source.holdsOn(from.minusDays(1))).isFalse();
        }
      }
    }
  }

  @Test
  void what_is_replaced_ends_the_day_before_its_successor_begins() {
    List<LegalSource> replaced =
        Sources.all().stream()
            .filter(source -> source.note().en().startsWith("replaced by "))
            .toList();
    assertThat(replaced).isNotEmpty();
    for (LegalSource old : replaced) {
      String successor = old.note().en().substring("replaced by ".length());
      assertThat(Sources.of(old.rule()))
          .filteredOn(source -> source.text().startsWith(successor))
          .as("%s: %s", old.rule(), successor)
          .extracting(LegalSource::from)
          .containsExactly(old.to().plusDays(1));
    }
  }
}
