package vn.kt1.gateway.directory;

import java.time.LocalTime;
import java.time.MonthDay;

/**
 * A province's yearly report, days of the year in Vietnam: due before {@code dueBefore}, mailed on
 * {@code mailOn} at {@code mailAt}; {@code periodStart} begins the year that is reported.
 */
public record ReportDuty(
    MonthDay dueBefore, MonthDay mailOn, LocalTime mailAt, MonthDay periodStart) {

  /**
   * The usual closing of yearly data, 15/12 to 14/12 (NĐ 09/2019 and circulars that copy it). That
   * it holds for KT1 as well is unverified, so a province may set another.
   */
  public static final MonthDay USUAL_START = MonthDay.of(12, 15);
}
