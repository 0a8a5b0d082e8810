package vn.kt1.gateway.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * What a unit and the post sign for a month.
 *
 * @param lastDay on which the unit may answer
 */
record QualityMonth(
    Unit unit,
    Province province,
    YearMonth month,
    Instant asOf,
    LocalDate lastDay,
    List<QualityRow> rows) {

  QualityMonth {
    rows = List.copyOf(rows);
  }

  /** The month is not over: there will be more rows. */
  boolean preliminary() {
    return !VietnamTime.day(asOf).isAfter(month.atEndOfMonth());
  }

  /** No answer is taken any more. */
  boolean closed() {
    return VietnamTime.day(asOf).isAfter(lastDay);
  }

  QualityFigures figures() {
    return QualityFigures.of(rows, asOf);
  }

  static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(VietnamTime.VIETNAM).toInstant();
  }

  static Instant end(YearMonth month) {
    return begin(month.plusMonths(1));
  }
}
