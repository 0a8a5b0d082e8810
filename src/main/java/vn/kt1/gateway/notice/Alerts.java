package vn.kt1.gateway.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.evidence.Evidence;

/** Alerts owed: all notices of one or none, and of one source only so many in an hour. */
@Component
public class Alerts {
  private static final Duration HOUR = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Notices notices;
  private final Evidence evidence;
  private final Clock clock;

  Alerts(JdbcClient jdbc, Notices notices, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Twice is once. What is not mailed because there were too many is evidence all the same; of an
   * answer that is mailed no more than of any other notice.
   *
   * @return false when there were too many
   */
  @Transactional
  public boolean owe(Alert alert) {
    oneAtATime(alert.source());
    if (owed(alert)) {
      return true;
    }
    int left = alert.most() - inTheLastHour(alert);
    if (left > 0) {
      for (Notice notice : alert.notices()) {
        notices.owe(left == 1 ? notice.adding(alert.last()) : notice);
      }
    }
    if (left <= 0 || alert.kind() == Notice.Kind.INCIDENT) {
      record(alert, left > 0 ? "alert-owed" : "alert-withheld");
    }
    return left > 0;
  }

  private void record(Alert alert, String act) {
    evidence.record(
        "gateway",
        act,
        alert.reference(),
        Map.of("source", alert.source(), "notices", alert.notices().size()));
  }

  /** So that two at once do not both count themselves the last. */
  private void oneAtATime(String source) {
    jdbc.sql("select pg_advisory_xact_lock(4202, hashtext(?))")
        .param(source)
        .query((row, number) -> 1)
        .single();
  }

  private boolean owed(Alert alert) {
    return jdbc.sql("select exists (select from dispatch where kind = ? and occasion = ?)")
        .params(alert.kind().name(), alert.occasion())
        .query(Boolean.class)
        .single();
  }

  private int inTheLastHour(Alert alert) {
    return jdbc.sql(
            """
            select count(distinct occasion) from dispatch
            where kind = ? and starts_with(occasion, ?) and owed_since > ?
            """)
        .params(alert.kind().name(), Alert.occasion(alert.source(), ""))
        .param(Timestamp.from(clock.instant().minus(HOUR)))
        .query(Integer.class)
        .single();
  }
}
