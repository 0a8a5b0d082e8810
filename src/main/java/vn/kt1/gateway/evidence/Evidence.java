package vn.kt1.gateway.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes evidence, in the transaction of whoever calls. */
@Component
public class Evidence {

  private final JdbcClient jdbc;
  private final Clock clock;

  Evidence(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void record(String actor, String act, String subject, Map<String, ?> detail) {
    EvidenceRow row =
        EvidenceRow.of(clock.instant().truncatedTo(ChronoUnit.MICROS), actor, act, subject, detail);
    jdbc.sql("select record_evidence(?, ?, ?, ?, ?, ?)")
        .params(
            Timestamp.from(row.at()),
            row.actor(),
            row.act(),
            row.subject(),
            row.detail(),
            row.sha256())
        .query(Long.class)
        .single();
  }
}
