package vn.kt1.gateway.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Reads what the post lists as changed, page by page, in windows of days since the last scan. Each
 * page is remembered, so after a failure or a crash it is asked for again. The windows overlap,
 * because the query has days and no hours.
 */
@Component
public class ChangeScan {

  /** The longest window the post accepts: 31 days, both ends counted. */
  private static final int DAYS_AFTER_THE_FIRST = 30;

  /**
   * Allowance for the difference of the clocks, and for the time the post needs to list a change.
   */
  private static final Duration OVERLAP = Duration.ofHours(1);

  /** The most pages; an endless answer is no answer. */
  private static final int MOST_PAGES = 2_000;

  /** The window under way, and the page before the one that is due. */
  private record Window(
      LocalDate from, LocalDate to, Instant startedAt, int page, @Nullable String digest) {}

  private final JdbcClient jdbc;
  private final PollSooner hints;
  private final Clock clock;
  private final PollSettings settings;

  ChangeScan(JdbcClient jdbc, PollSooner hints, Clock clock, PollSettings settings) {
    this.jdbc = jdbc;
    this.hints = hints;
    this.clock = clock;
    this.settings = settings;
  }

  /** The page that is due, leased for the time of a query; or null. */
  @Transactional
  public @Nullable ChangesQuestion claim() {
    Instant now = clock.instant();
    jdbc.sql("insert into sweep (swept_to, due_at) values (?, ?) on conflict do nothing")
        .params(at(now), at(now))
        .update();
    return jdbc.sql("update sweep set due_at = ? where due_at <= ? returning swept_to")
        .params(at(now.plus(settings.aQuestion())), at(now))
        .query((row, number) -> row.getTimestamp("swept_to").toInstant())
        .optional()
        .map(sweptTo -> question(window(sweptTo, now)))
        .orElse(null);
  }

  private ChangesQuestion question(Window window) {
    return new ChangesQuestion(
        window.from(), window.to(), window.page(), settings.changes().size());
  }

  /**
   * The window under way; else a new one from the last complete scan to now, or to the longest the
   * post accepts.
   */
  private Window window(Instant sweptTo, Instant now) {
    LocalDate today = VietnamTime.day(now);
    LocalDate from = earlier(VietnamTime.day(sweptTo.minus(OVERLAP)), today);
    return jdbc.sql(
            """
            update sweep set from_on = coalesce(from_on, ?), to_on = coalesce(to_on, ?),
              started_at = coalesce(started_at, ?) returning *
            """)
        .params(from, earlier(from.plusDays(DAYS_AFTER_THE_FIRST), today), at(now))
        .query((row, number) -> window(row))
        .single();
  }

  /** A repeated call does nothing: a page that is not under way was handled before. */
  @Transactional
  public void apply(ChangesAnswer answer) {
    ChangesQuestion asked = answer.question();
    jdbc.sql("select * from sweep where from_on = ? and to_on = ? and page = ? for update")
        .params(asked.from(), asked.to(), asked.page())
        .query((row, number) -> window(row))
        .optional()
        .ifPresent(window -> apply(answer, window));
  }

  private void apply(ChangesAnswer answer, Window window) {
    hints.listed(answer.changes());
    boolean repeats = answer.digest().equals(window.digest());
    if (answer.last() || repeats || window.page() + 1 >= MOST_PAGES) {
      end(window);
    } else {
      jdbc.sql("update sweep set page = page + 1, page_digest = ?, due_at = ?")
          .params(answer.digest(), at(clock.instant()))
          .update();
    }
  }

  /**
   * The scan is complete up to when the first page was asked for, or to the end of the last day.
   */
  private void end(Window window) {
    Instant lastDayOver = window.to().plusDays(1).atStartOfDay(VietnamTime.VIETNAM).toInstant();
    boolean caughtUp = lastDayOver.isAfter(window.startedAt());
    Instant now = clock.instant();
    jdbc.sql(
            """
            update sweep set swept_to = ?, due_at = ?, from_on = null, to_on = null,
              started_at = null, page = 0, page_digest = null
            """)
        .params(
            at(caughtUp ? window.startedAt() : lastDayOver),
            at(caughtUp ? now.plus(settings.changes().every()) : now))
        .update();
  }

  private static Window window(ResultSet row) throws SQLException {
    return new Window(
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        row.getTimestamp("started_at").toInstant(),
        row.getInt("page"),
        row.getString("page_digest"));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Timestamp at(Instant time) {
    return Timestamp.from(time);
  }
}
