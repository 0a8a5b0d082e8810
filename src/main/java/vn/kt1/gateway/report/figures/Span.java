package vn.kt1.gateway.report.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import vn.kt1.gateway.shipment.VietnamTime;

/** Days of Vietnam, both inclusive. */
public record Span(LocalDate from, LocalDate to) {

  public Instant begin() {
    return midnight(from);
  }

  /** The first moment after it. */
  public Instant end() {
    return midnight(to.plusDays(1));
  }

  public long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }

  /** The first month that lies in it whole; after {@link #lastWhole} where there is none. */
  YearMonth firstWhole() {
    YearMonth month = YearMonth.from(from);
    return from.getDayOfMonth() == 1 ? month : month.plusMonths(1);
  }

  YearMonth lastWhole() {
    YearMonth month = YearMonth.from(to);
    return to.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
  }

  boolean hasWhole() {
    return !firstWhole().isAfter(lastWhole());
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(VietnamTime.VIETNAM).toInstant();
  }
}
