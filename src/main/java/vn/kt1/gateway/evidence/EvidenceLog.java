package vn.kt1.gateway.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads evidence as it was written. */
@Component
public class EvidenceLog {

  private final JdbcClient jdbc;

  EvidenceLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row with its number. */
  public record Numbered(long seq, EvidenceRow row) {}

  /** The number of the newest row; 0 where there is none. */
  public long newest() {
    return jdbc.sql("select coalesce(max(seq), 0) from evidence").query(Long.class).single();
  }

  /** The numbers of the first and of the last row of a period, as far as it has rows. */
  public record Span(long first, long last) {
    Span upTo(long number) {
      return new Span(first, Math.min(last, number));
    }
  }

  /**
   * The period's rows lie together. Whoever knows where passes over none of all others.
   *
   * @param from inclusive, {@code to} exclusive
   */
  public Span span(Instant from, Instant to) {
    return jdbc.sql(
            """
            select coalesce(min(seq), 1) as first, coalesce(max(seq), 0) as last
            from (select seq from evidence where at >= ? and at < ? offset 0) period
            """)
        .params(Timestamp.from(from), Timestamp.from(to))
        .query(Span.class)
        .single();
  }

  /**
   * The rows of a period, the oldest first.
   *
   * @param from inclusive, {@code to} exclusive
   * @param after the number of the row before the first, {@code upTo} the last that may be shown
   */
  public List<Numbered> page(Instant from, Instant to, long after, long upTo, int most) {
    return jdbc.sql(
            """
            select seq, at, actor, act, subject, detail, sha256 from evidence
            where seq > ? and seq <= ? and at >= ? and at < ? order by seq limit ?
            """)
        .params(after, upTo, Timestamp.from(from), Timestamp.from(to), most)
        .query(EvidenceLog::read)
        .list();
  }

  private static Numbered read(ResultSet row, int number) throws SQLException {
    return new Numbered(
        row.getLong("seq"),
        new EvidenceRow(
            row.getTimestamp("at").toInstant(),
            row.getString("actor"),
            row.getString("act"),
            row.getString("subject"),
            row.getString("detail"),
            row.getString("sha256")));
  }
}
