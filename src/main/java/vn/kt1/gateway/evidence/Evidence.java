package vn.kt1.gateway.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Writes evidence in the transaction of the caller. */
@Component
public class Evidence {

  private final JdbcClient jdbc;
  private final Clock clock;

  public Evidence(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The address goes into the detail, and the reason where there is one. */
  public void record(
      Actor actor, String act, String subject, @Nullable String reason, Map<String, ?> detail) {
    Map<String, Object> all = new HashMap<>(detail);
    if (actor.address() != null) {
      all.put("address", actor.address());
    }
    if (reason != null) {
      all.put("reason", reason);
    }
    record(actor.name(), act, subject, all);
  }

  public void record(String actor, String act, String subject, Map<String, ?> detail) {
    EvidenceRow row =
        EvidenceRow.of(clock.instant().truncatedTo(ChronoUnit.MICROS), actor, act, subject, detail);
    jdbc.sql(
            """
            insert into evidence (at, actor, act, subject, detail, sha256)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(Timestamp.from(row.at()), row.actor(), row.act())
        .params(row.subject(), row.detail(), row.sha256())
        .update();
  }

  /**
   * A message that may hold content leaves only pointers, size, sender and time; one refused for
   * anything else leaves nothing.
   */
  public void contentRefused(String sender, String correlationId, int bytes, Rejected rejected) {
    if (rejected.code() == Code.CONTENT_NOT_ALLOWED) {
      List<String> pointers =
          rejected.faults().stream()
              .filter(fault -> fault.code() == Code.CONTENT_NOT_ALLOWED)
              .map(Fault::pointer)
              .toList();
      record(
          sender,
          "content-refused",
          sender,
          Map.of("pointers", pointers, "bytes", bytes, "correlationId", correlationId));
    }
  }
}
