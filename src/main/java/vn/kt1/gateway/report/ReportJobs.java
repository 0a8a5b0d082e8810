package vn.kt1.gateway.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.notice.Notices;

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
  private final TransactionTemplate transaction;
  private final Directory directory;
  private final ReportVersions versions;
  private final ReportMail mail;
  private final Notices notices;
  private final Evidence evidence;
  private final ReportSettings settings;
  private final Clock clock;

  ReportJobs(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Directory directory,
      ReportVersions versions,
      ReportMail mail,
      Notices notices,
      Evidence evidence,
      ReportSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.directory = directory;
    this.versions = versions;
    this.mail = mail;
    this.notices = notices;
    this.evidence = evidence;
    this.settings = settings;
    this.clock = clock;
  }

  /** Quartz takes a number only; Camel makes one of this bean. */
  @Bean
  static Duration reportTick(ReportSettings settings) {
    return settings.tick();
  }

  /**
   * Plans what is coming, and makes what is due: each report with its mail in one transaction. One
   * that fails stays due and does not hold up another province's.
   *
   * @throws RuntimeException the last failure, when all others are made
   */
  public void make() {
    transaction.executeWithoutResult(status -> plan());
    RuntimeException failure = null;
    for (ReportJob due : due()) {
      try {
        transaction.executeWithoutResult(status -> make(due));
      } catch (RuntimeException e) {
        transaction.executeWithoutResult(status -> pause(due));
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Plans the coming report of each province, and the last one where its day was missed and does
   * not lie too far back: a gateway that was off catches up, a new one does not report a year it
   * has not seen.
   */
  private void plan() {
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

  private List<ReportJob> due() {
    return jdbc.sql(
            """
            select recipient as province, period::integer as year from report_job
            where job = ? and done_at is null and due_at <= ?
              and (failed_at is null or failed_at <= ?)
            order by due_at, recipient
            """)
        .params(JOB, Timestamp.from(clock.instant()))
        .param(Timestamp.from(clock.instant().minus(PAUSE)))
        .query(ReportJob.class)
        .list();
  }

  private void pause(ReportJob job) {
    jdbc.sql("update report_job set failed_at = ? where job = ? and period = ? and recipient = ?")
        .params(Timestamp.from(clock.instant()), JOB, String.valueOf(job.year()), job.province())
        .update();
  }

  private void make(ReportJob job) {
    if (!mine(job)) {
      return;
    }
    KeptReport report = versions.make(job);
    notices.owe(mail.write(report));
    jdbc.sql("update report_job set done_at = ? where job = ? and period = ? and recipient = ?")
        .params(Timestamp.from(clock.instant()), JOB, String.valueOf(job.year()), job.province())
        .update();
    evidence.record(
        "gateway",
        "report-mailed",
        job.province() + "-" + job.year(),
        Map.of("sha256", report.sha256(), "version", report.version()));
  }

  /** Not when another gateway makes it just now, or has made it. */
  private boolean mine(ReportJob job) {
    return jdbc.sql(
                """
                select count(*) from (
                  select from report_job where job = ? and period = ? and recipient = ?
                    and done_at is null for update skip locked) mine
                """)
            .params(JOB, String.valueOf(job.year()), job.province())
            .query(Integer.class)
            .single()
        == 1;
  }
}
