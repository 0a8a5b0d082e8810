package vn.kt1.gateway.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.report.ReportTask.Planned;
import vn.kt1.gateway.report.figures.Rollups;

/**
 * What is due: a row for each job, period and province, compared with the injected clock, so that a
 * day missed is caught up and none is made twice. Whoever ticks, and how often, does not matter.
 */
@Component
public class ReportJobs {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Directory directory;
  private final List<ReportTask> tasks;
  private final ReportTrouble trouble;
  private final Rollups rollups;
  private final ReportSettings settings;
  private final Clock clock;

  ReportJobs(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Directory directory,
      List<ReportTask> tasks,
      ReportTrouble trouble,
      Rollups rollups,
      ReportSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.directory = directory;
    this.tasks = List.copyOf(tasks);
    this.trouble = trouble;
    this.rollups = rollups;
    this.settings = settings;
    this.clock = clock;
  }

  /** Quartz takes a number only; Camel makes one of this bean. */
  @Bean
  static Duration reportTick(ReportSettings settings) {
    return settings.tick();
  }

  /**
   * Plans what is coming, and makes what is due: each with its mails in one transaction. One that
   * fails stays due and does not hold up another province's.
   *
   * @throws RuntimeException the last failure, when all others are made
   */
  public void make() {
    transaction.executeWithoutResult(status -> plan());
    rollups.compact();
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

  private void plan() {
    Instant now = clock.instant();
    for (Province province : directory.provinces()) {
      ReportCalendar calendar = ReportCalendar.of(province).orElse(null);
      if (calendar != null && calendar.duty().periodStart() != null) {
        for (ReportTask task : tasks) {
          plan(province, task.around(province, calendar, now), now);
        }
      }
    }
  }

  /**
   * The next of each job, and what was missed and does not lie too far back: a gateway that was off
   * catches up, a new one does not report a time it has not seen.
   */
  private void plan(Province province, List<Planned> around, Instant now) {
    around.stream()
        .map(Planned::job)
        .distinct()
        .forEach(
            job ->
                around.stream()
                    .filter(one -> one.job().equals(job) && one.due().isAfter(now))
                    .min(Comparator.comparing(Planned::due))
                    .ifPresent(next -> plan(province, next)));
    around.stream()
        .filter(one -> !one.due().isAfter(now) && one.until().isAfter(now))
        .filter(one -> !one.due().plus(settings.catchUp()).isBefore(now))
        .filter(one -> seen(province, one.ends()))
        .forEach(missed -> plan(province, missed));
  }

  /** Whether this gateway has worked for the province before then. */
  private boolean seen(Province province, Instant ends) {
    return jdbc.sql(
            """
            select exists (
              select from shipment where sender_province = ? and handed_off_at < ?)
            """)
        .params(province.id(), Timestamp.from(ends))
        .query(Boolean.class)
        .single();
  }

  /** One not made yet moves with the calendar. */
  private void plan(Province province, Planned planned) {
    jdbc.sql(
            """
            insert into report_job (job, period, province, due_at, until_at, planned_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (job, period, province) do update
              set due_at = excluded.due_at, until_at = excluded.until_at
              where report_job.done_at is null and (report_job.due_at, report_job.until_at)
                is distinct from (excluded.due_at, excluded.until_at)
            """)
        .params(planned.job(), planned.period(), province.id(), Timestamp.from(planned.due()))
        .param(planned.until().equals(Instant.MAX) ? null : Timestamp.from(planned.until()))
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private List<ReportJob> due() {
    Timestamp now = Timestamp.from(clock.instant());
    return jdbc.sql(
            """
            select job, period, province from report_job
            where done_at is null and due_at <= ? and (until_at is null or until_at > ?)
              and (failed_at is null or failed_at <= ?)
            order by due_at, province, job
            """)
        .params(now, now, Timestamp.from(clock.instant().minus(PAUSE)))
        .query(ReportJob.class)
        .list();
  }

  private void pause(ReportJob job) {
    mark("failed_at", job);
    trouble.tell(job);
  }

  private void mark(String column, ReportJob job) {
    jdbc.sql(
            "update report_job set "
                + column
                + " = ? where job = ? and period = ? and province = ?")
        .params(Timestamp.from(clock.instant()), job.job(), job.period(), job.province())
        .update();
  }

  private void make(ReportJob job) {
    if (mine(job)) {
      tasks.stream().filter(task -> task.makes(job.job())).forEach(task -> task.make(job));
      mark("done_at", job);
    }
  }

  /** Not when another gateway makes it just now, or has made it. */
  private boolean mine(ReportJob job) {
    return jdbc.sql(
                """
                select count(*) from (
                  select from report_job where job = ? and period = ? and province = ?
                    and done_at is null for update skip locked) mine
                """)
            .params(job.job(), job.period(), job.province())
            .query(Integer.class)
            .single()
        == 1;
  }
}
