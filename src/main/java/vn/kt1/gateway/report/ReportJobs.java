package vn.kt1.gateway.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.evidence.Evidence;

/**
 * Which reports are due: a row for each year and province, compared with the injected clock, so
 * that a day missed is caught up and none is made twice. Whoever ticks, and how often, does not
 * matter.
 */
@Component
public class ReportJobs {

  static final String JOB = "report";
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Evidence evidence;
  private final ReportSettings settings;
  private final Clock clock;

  ReportJobs(
      JdbcClient jdbc,
      Directory directory,
      Evidence evidence,
      ReportSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.evidence = evidence;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Plans the coming report of each province, and the last one where its day was missed and does
   * not lie too far back: a gateway that was off catches up, a new one does not report a year it
   * has not seen.
   */
  @Transactional
  public void plan() {
    Instant now = clock.instant();
    for (Province province : directory.provinces()) {
      ReportCalendar.of(province)
          .ifPresent(
              calendar -> {
                int coming = calendar.coming(now);
                plan(province, coming, calendar.mailing(coming));
                Instant missed = calendar.mailing(coming - 1);
                if (!missed.plus(settings.catchUp()).isBefore(now) && seen(province, coming - 1)) {
                  plan(province, coming - 1, missed);
                }
              });
    }
  }

  /** Whether this gateway has worked for the province before the end of that year's period. */
  private boolean seen(Province province, int year) {
    return jdbc.sql(
            """
            select exists (
              select from v_shipment_tally where sender_province = ? and handed_off_at < ?)
            """)
        .params(province.id(), Timestamp.from(ReportCalendar.period(province, year).end()))
        .query(Boolean.class)
        .single();
  }

  /** A report not made yet moves with the calendar. */
  private void plan(Province province, int year, Instant due) {
    jdbc.sql(
            """
            insert into report_job (job, period, recipient, due_at, planned_at)
            values (?, ?, ?, ?, ?)
            on conflict (job, period, recipient) do update set due_at = excluded.due_at
            where report_job.done_at is null and report_job.due_at <> excluded.due_at
            """)
        .params(JOB, String.valueOf(year), province.id(), Timestamp.from(due))
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  /** All reports that are due and in nobody's hands. */
  @Transactional
  public List<ReportJob> claim() {
    Timestamp now = Timestamp.from(clock.instant());
    UUID lease = UUID.randomUUID();
    return jdbc.sql(
            """
            with due as (
              select job, period, recipient from report_job
              where job = ? and done_at is null and due_at <= ?
                and (leased_until is null or leased_until <= ?)
              for update skip locked)
            update report_job r set lease = ?, leased_until = ?, attempts = attempts + 1
            from due
            where (r.job, r.period, r.recipient) = (due.job, due.period, due.recipient)
            returning r.lease, r.recipient as province, r.period::integer as year
            """)
        .params(JOB, now, now, lease)
        .param(Timestamp.from(clock.instant().plus(settings.lease())))
        .query(ReportJob.class)
        .list();
  }

  /** The mail is owed. Twice is once. */
  @Transactional
  public void done(ReportJob job, KeptReport report) {
    int first =
        jdbc.sql(
                """
                update report_job set done_at = ?, lease = null, leased_until = null
                where job = ? and period = ? and recipient = ? and done_at is null
                """)
            .params(Timestamp.from(clock.instant()), JOB, String.valueOf(job.year()))
            .param(job.province())
            .update();
    if (first == 1) {
      evidence.record(
          "gateway",
          "report-mailed",
          job.province() + "-" + job.year(),
          Map.of("sha256", report.sha256(), "version", report.version()));
    }
  }

  /** Due again after a pause. */
  public void postpone(@Nullable ReportJob job) {
    if (job != null) {
      jdbc.sql("update report_job set leased_until = ? where lease = ? and recipient = ?")
          .params(Timestamp.from(clock.instant().plus(PAUSE)), job.lease(), job.province())
          .update();
    }
  }
}
