package vn.kt1.gateway.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.report.Reports.Next;

/** Finds the state of a province's report: planned, sent, late, or overdue. */
@Component
class ReportStates {

  /** If a mail is not sent after so long, a person must mend a server or an address. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ReportStates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The oldest report not mailed yet whose day has come, else the one that is due next. */
  Next next(Province province) {
    ReportCalendar calendar = ReportCalendar.of(province).orElseThrow();
    Instant now = clock.instant();
    int year =
        oldestUnsent(province)
            .filter(old -> calendar.overdue(old, now))
            .orElse(calendar.dueNext(now));
    return new Next(province.id(), calendar.dueBefore(year), state(province, calendar, year));
  }

  private Optional<Integer> oldestUnsent(Province province) {
    return jdbc.sql(
            """
            select min(period::integer) from report_job r
            where job = ? and recipient = ? and not exists (
              select from v_report_notice n where n.recipient = r.recipient
                and n.occasion = r.recipient || '-' || r.period and n.sent_at is not null)
            """)
        .params(ReportJobs.JOB, province.id())
        .query(Integer.class)
        .optional();
  }

  private Next.State state(Province province, ReportCalendar calendar, int year) {
    boolean sent =
        jdbc.sql(
                """
                select exists (select from v_report_notice
                  where recipient = ? and occasion = ? and sent_at is not null)
                """)
            .params(province.id(), province.id() + "-" + year)
            .query(Boolean.class)
            .single();
    if (sent) {
      return Next.State.SENT;
    }
    if (calendar.overdue(year, clock.instant())) {
      return Next.State.OVERDUE;
    }
    return late(province, year) ? Next.State.LATE : Next.State.PLANNED;
  }

  /** Whether the mail is a day late: a person should look before the report is overdue. */
  private boolean late(Province province, int year) {
    return jdbc.sql(
            """
            select exists (select from report_job
              where job = ? and recipient = ? and period = ? and due_at < ?)
            """)
        .params(ReportJobs.JOB, province.id(), String.valueOf(year))
        .param(Timestamp.from(clock.instant().minus(GRACE)))
        .query(Boolean.class)
        .single();
  }
}
