package vn.kt1.gateway.transit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Somebody says why the time of a shipment does not count, or takes it back. Twice is once. */
@Component
class Exclusions {

  private record Kept(@Nullable String excluded, @Nullable String excludedNote) {}

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  Exclusions(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * @throws Rejected {@code bad-value} while the post has not accepted the shipment: then no time
   *     runs
   */
  @Transactional
  void exclude(Actor actor, String shipmentId, Exclusion why, String note) {
    Kept kept = kept(shipmentId);
    if (kept == null) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/reason", "not-accepted"));
    }
    if (why.name().equals(kept.excluded()) && note.equals(kept.excludedNote())) {
      return;
    }
    jdbc.sql(
            """
            update transit set excluded = ?, excluded_by = ?, excluded_at = ?, excluded_note = ?
            where shipment_id = ?
            """)
        .params(why.name(), actor.name(), Timestamp.from(clock.instant()), note, shipmentId)
        .update();
    evidence.record(actor, "transit-excluded", shipmentId, note, Map.of("why", why.name()));
  }

  @Transactional
  void include(Actor actor, String shipmentId) {
    Kept kept = kept(shipmentId);
    if (kept == null || kept.excluded() == null) {
      return;
    }
    jdbc.sql(
            """
            update transit set excluded = null, excluded_by = null, excluded_at = null,
              excluded_note = null
            where shipment_id = ?
            """)
        .param(shipmentId)
        .update();
    String was = Objects.requireNonNull(kept.excluded());
    evidence.record(actor, "transit-included", shipmentId, null, Map.of("why", was));
  }

  private @Nullable Kept kept(String shipmentId) {
    return jdbc.sql("select excluded, excluded_note from transit where shipment_id = ? for update")
        .param(shipmentId)
        .query(Kept.class)
        .optional()
        .orElse(null);
  }
}
