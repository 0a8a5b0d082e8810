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

  /** Years whose final report has left for the Department. */
  private static final String SENT =
      """
      select v.province, v.year from report_version v join v_report_notice n
        on n.recipient = v.province
          and n.occasion = v.province || '-' || v.year || '-v' || v.version
      where v.kind = 'TO_DEPARTMENT' and v.stage = 'FINAL' and n.sent_at is not null
      """;

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
            where job = ? and province = ? and not exists (select from (%s) sent
              where sent.province = r.province and sent.year = r.period::integer)
            """
                .formatted(SENT))
        .params(FinalReport.JOB, province.id())
        .query(Integer.class)
        .optional();
  }

  private Next.State state(Province province, ReportCalendar calendar, int year) {
    if (calendar.duty().periodStart() == null) {
      return Next.State.UNANSWERED;
    }
    boolean sent =
        jdbc.sql(
                "select exists (select from (%s) sent where province = ? and year = ?)"
                    .formatted(SENT))
            .params(province.id(), year)
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
              where job = ? and province = ? and period = ? and due_at < ?)
            """)
        .params(FinalReport.JOB, province.id(), String.valueOf(year))
        .param(Timestamp.from(clock.instant().minus(GRACE)))
        .query(Boolean.class)
        .single();
  }
}
