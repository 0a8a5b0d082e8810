package vn.kt1.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.VietnamTime;

class TermsTest {

  @Test
  void six_months_run_from_the_end_of_the_transit_time() {
    assertThat(Terms.claimUntil(at("2026-08-31T10:00:00+07:00"), at("2026-08-29T10:00:00+07:00")))
        .isEqualTo(at("2027-03-01T00:00:00+07:00"));
  }

  @Test
  void without_a_transit_time_they_run_from_the_day_after_acceptance() {
    assertThat(Terms.claimUntil(null, at("2026-11-30T23:59:59+07:00")))
        .isEqualTo(at("2027-06-02T00:00:00+07:00"));
    assertThat(Terms.claimUntil(null, null)).isNull();
  }

  @Test
  void an_answer_is_due_at_the_end_of_the_seventh_working_day() {
    // A Friday: the weekend after it does not count.
    assertThat(Terms.answerUntil(at("2026-11-27T15:00:00+07:00"), TermsTest::weekday))
        .isEqualTo(at("2026-12-09T00:00:00+07:00"));
  }

  @Property
  void seven_working_days_lie_between_and_the_last_is_one(
      @ForAll @LongRange(min = 1_600_000_000L, max = 2_000_000_000L) long second) {
    Instant raised = Instant.ofEpochSecond(second);
    Instant until = Terms.answerUntil(raised, TermsTest::weekday);
    LocalDate last = VietnamTime.day(until.minus(1, ChronoUnit.SECONDS));
    assertThat(weekday(last)).isTrue();
    long working =
        VietnamTime.day(raised)
            .plusDays(1)
            .datesUntil(last.plusDays(1))
            .filter(TermsTest::weekday)
            .count();
    assertThat(working).isEqualTo(Terms.ANSWER_WORKING_DAYS);
  }

  private static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
