package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;

class ReportCalendarTest {

  private static final ReportCalendar CALENDAR = new ReportCalendar(duty(MonthDay.of(12, 15)));

  @Test
  void the_usual_year_is_that_of_the_standard_formula() {
    ReportCalendar.Period period = ReportCalendar.period(province(null), 2026);
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
    assertThat(ReportCalendar.period(province(duty(start)), year))
        .isEqualTo(new ReportCalendar.Period(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:00:00+07:00, 2026, 2026",
    "2026-12-10T06:59:59+07:00, 2026, 2026",
    "2026-12-10T07:00:00+07:00, 2027, 2026",
    "2026-12-14T23:59:59+07:00, 2027, 2026",
    "2026-12-15T00:00:00+07:00, 2027, 2027",
    "2026-12-31T23:59:59+07:00, 2027, 2027",
    "2027-01-01T00:00:00+07:00, 2027, 2027"
  })
  void the_coming_mail_and_the_report_due_next(OffsetDateTime now, int coming, int due) {
    assertThat(CALENDAR.coming(now.toInstant())).isEqualTo(coming);
    assertThat(CALENDAR.dueNext(now.toInstant())).isEqualTo(due);
  }

  private static ReportDuty duty(MonthDay start) {
    return new ReportDuty(MonthDay.of(12, 15), MonthDay.of(12, 10), LocalTime.of(7, 0), start);
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
