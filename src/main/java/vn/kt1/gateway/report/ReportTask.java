package vn.kt1.gateway.report;

import java.time.Instant;
import java.util.List;
import vn.kt1.gateway.directory.Province;

/** A step of the reporting year of a province. All of them are found by type and made in turn. */
interface ReportTask {

  /**
   * When it is due.
   *
   * @param until after which it is of no use; {@link Instant#MAX} where it always is
   * @param ends the time it tells of: who was not there then does not catch it up
   */
  record Planned(String job, String period, Instant due, Instant until, Instant ends) {

    /** Of a reporting year. */
    static Planned of(String job, ReportCalendar calendar, int year, Instant due, Instant until) {
      Instant ends = calendar.period(year).orElseThrow().end();
      return new Planned(job, String.valueOf(year), due, until, ends);
    }
  }

  /** What is due around that moment, the missed and the coming, in any order. */
  List<Planned> around(Province province, ReportCalendar calendar, Instant now);

  /** Whether it makes a job of that name. */
  boolean makes(String job);

  /** In the transaction that marks it as done: it happens once, whatever crashes. */
  void make(ReportJob job);
}
