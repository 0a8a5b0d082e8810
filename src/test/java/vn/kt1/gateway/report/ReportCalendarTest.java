package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.directory.ReportLetter;
import vn.kt1.gateway.report.figures.Span;

class ReportCalendarTest {

  private static final ReportCalendar CALENDAR = new ReportCalendar(duty(MonthDay.of(12, 15)));

  @Test
  void the_usual_year_is_that_of_the_standard_formula() {
    Span period = ReportCalendar.period(province(duty(MonthDay.of(12, 15))), 2026).orElseThrow();
    assertThat(period.from()).isEqualTo(LocalDate.of(2025, 12, 15));
    assertThat(period.to()).isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(period.begin()).isEqualTo(Instant.parse("2025-12-14T17:00:00Z"));
    assertThat(period.end()).isEqualTo(Instant.parse("2026-12-14T17:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "--01-01, 2026, 2026-01-01, 2026-12-31",
    "--01-01, 2028, 2028-01-01, 2028-12-31",
    "--07-01, 2026, 2025-07-01, 2026-06-30",
    "--03-01, 2028, 2027-03-01, 2028-02-29",
    "--12-31, 2026, 2025-12-31, 2026-12-30"
  })
  void a_province_may_begin_its_year_elsewhere(
      MonthDay start, int year, LocalDate from, LocalDate to) {
    assertThat(ReportCalendar.period(province(duty(start)), year)).contains(new Span(from, to));
  }

  /** The report of a year is due on the first such day after half of its period. */
  @ParameterizedTest
  @CsvSource({
    "--12-15, --12-15, 2026, 2026-12-15",
    "--01-01, --12-15, 2026, 2026-12-15",
    "--01-01, --01-31, 2026, 2027-01-31",
    "--12-15, --01-20, 2026, 2027-01-20",
    "--07-01, --07-31, 2026, 2026-07-31"
  })
  void a_year_is_due_after_half_of_it(MonthDay start, MonthDay due, int year, LocalDate expected) {
    assertThat(new ReportCalendar(duty(start, due)).dueBefore(year)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "--01-31, --01-15, 2027-01-15",
    "--01-31, --12-20, 2026-12-20",
    "--12-15, --12-20, 2025-12-20"
  })
  void each_step_is_the_last_such_day_before_it_is_due(
      MonthDay due, MonthDay step, LocalDate expected) {
    assertThat(new ReportCalendar(duty(MonthDay.of(1, 1), due)).day(step, 2026))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:00:00+07:00, 2026",
    "2026-12-14T23:59:59+07:00, 2026",
    "2026-12-15T00:00:00+07:00, 2027",
    "2027-01-01T00:00:00+07:00, 2027"
  })
  void the_report_due_next(OffsetDateTime now, int due) {
    assertThat(CALENDAR.dueNext(now.toInstant())).isEqualTo(due);
  }

  @Test
  void a_province_that_has_not_said_has_no_period() {
    assertThat(ReportCalendar.period(province(null), 2026)).isEmpty();
    assertThat(ReportCalendar.period(province(duty(null, MonthDay.of(12, 15))), 2026)).isEmpty();
  }

  private static ReportDuty duty(MonthDay start) {
    return duty(start, MonthDay.of(12, 15));
  }

  private static ReportDuty duty(@Nullable MonthDay start, MonthDay due) {
    return new ReportDuty(
        start,
        due,
        MonthDay.of(12, 10),
        LocalTime.of(7, 0),
        null,
        null,
        List.of(),
        null,
        false,
        Set.of(),
        List.of(),
        ReportLetter.BLANK,
        ReportLetter.BLANK);
  }

  private static Province province(@Nullable ReportDuty duty) {
    return new Province(
        "hai-phong",
        "Hải Phòng",
        true,
        false,
        "§1",
        null,
        true,
        null,
        null,
        null,
        duty,
        java.util.Map.of());
  }
}
