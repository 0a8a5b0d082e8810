package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.report.figures.Span;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * When a province reports, and which days a report covers. Days are those of Vietnam. A year is
 * named by the year in which its period ends; it is due on the first {@code dueBefore} after half
 * of the period, and every other step lies before that day.
 */
record ReportCalendar(ReportDuty duty) {

  private static final int HALF = 6;

  static Optional<ReportCalendar> of(Province province) {
    return Optional.ofNullable(province.report()).map(ReportCalendar::new);
  }

  /** The days the report of a year covers; empty where the province has not said when it begins. */
  static Optional<Span> period(Province province, int year) {
    return of(province).flatMap(calendar -> calendar.period(year));
  }

  Optional<Span> period(int year) {
    return Optional.ofNullable(duty.periodStart()).map(start -> span(start, year));
  }

  private static Span span(MonthDay start, int year) {
    // A period that begins on 1 January is in the year itself; any other begins in the year before.
    int begins = start.equals(MonthDay.of(1, 1)) ? year : year - 1;
    return new Span(start.atYear(begins), start.atYear(begins + 1).minusDays(1));
  }

  LocalDate dueBefore(int year) {
    LocalDate half =
        period(year).map(span -> span.from().plusMonths(HALF)).orElse(LocalDate.of(year, 1, 1));
    LocalDate due = duty.dueBefore().atYear(half.getYear());
    return due.isBefore(half) ? duty.dueBefore().atYear(half.getYear() + 1) : due;
  }

  /** The last such day before the report of that year is due. */
  LocalDate day(MonthDay step, int year) {
    LocalDate due = dueBefore(year);
    LocalDate day = step.atYear(due.getYear());
    return day.isBefore(due) ? day : step.atYear(due.getYear() - 1);
  }

  Instant at(MonthDay step, int year) {
    return at(day(step, year));
  }

  Instant at(LocalDate day) {
    return day.atTime(duty.mailAt()).atZone(VietnamTime.VIETNAM).toInstant();
  }

  Instant mailing(int year) {
    return at(duty.mailOn(), year);
  }

  /** The moment from which the report of that year is overdue. */
  Instant deadline(int year) {
    return dueBefore(year).atStartOfDay(VietnamTime.VIETNAM).toInstant();
  }

  boolean overdue(int year, Instant now) {
    return !now.isBefore(deadline(year));
  }

  /** The year of the report that is due next. */
  int dueNext(Instant now) {
    int year = VietnamTime.day(now).getYear() - 1;
    while (overdue(year, now)) {
      year++;
    }
    return year;
  }
}
