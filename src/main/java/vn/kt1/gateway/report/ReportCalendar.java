package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.shipment.VietnamTime;

/** When a province reports, and which days a report covers. Days are those of Vietnam. */
record ReportCalendar(ReportDuty duty) {

  static Optional<ReportCalendar> of(Province province) {
    return Optional.ofNullable(province.report()).map(ReportCalendar::new);
  }

  /** The days the report of a year covers, also where no report is required. */
  static Period period(Province province, int year) {
    MonthDay start = of(province).map(c -> c.duty.periodStart()).orElse(ReportDuty.USUAL_START);
    // A period that begins on 1 January is in the year itself; any other begins in the year before.
    LocalDate from = start.atYear(start.equals(MonthDay.of(1, 1)) ? year : year - 1);
    return new Period(from, from.plusYears(1).minusDays(1));
  }

  Instant mailing(int year) {
    return duty.mailOn().atYear(year).atTime(duty.mailAt()).atZone(VietnamTime.VIETNAM).toInstant();
  }

  LocalDate dueBefore(int year) {
    return duty.dueBefore().atYear(year);
  }

  /** Whether the last day for the report of that year has passed. */
  boolean overdue(int year, Instant now) {
    return !VietnamTime.day(now).isBefore(dueBefore(year));
  }

  /** The year of the next mailing that has not come yet. */
  int coming(Instant now) {
    int year = VietnamTime.day(now).getYear();
    return mailing(year).isAfter(now) ? year : year + 1;
  }

  /** The year of the report that is due next. */
  int dueNext(Instant now) {
    int year = VietnamTime.day(now).getYear();
    return overdue(year, now) ? year + 1 : year;
  }

  /** Days, both inclusive. */
  record Period(LocalDate from, LocalDate to) {

    Instant begin() {
      return from.atStartOfDay(VietnamTime.VIETNAM).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
      return to.plusDays(1).atStartOfDay(VietnamTime.VIETNAM).toInstant();
    }
  }
}
