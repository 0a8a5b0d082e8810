package vn.kt1.gateway.report;

/**
 * Something that is due by the calendar.
 *
 * @param period such as {@code 2026}, {@code 2026-11} or a day
 */
record ReportJob(String job, String period, String province) {

  int year() {
    return Integer.parseInt(period.substring(0, 4));
  }
}
