package vn.kt1.gateway.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the shipments that ended long ago, by keys alone: it goes through hand-offs in the order of
 * their receipt, once, and remembers those whose shipments are still on their way.
 */
@Component
class OldShipments {

  /** The last envelope it has passed. */
  record Mark(long handOffKey, String envelopeId) {}

  private record Passed(long handOffKey, String envelopeId, String shipmentId, boolean old) {}

  private final JdbcClient jdbc;

  OldShipments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty while another gateway is at it: until the caller's transaction ends, only one is. */
  Optional<Mark> only() {
    jdbc.sql(
            """
            insert into retention (hand_off_key, envelope_id) values (0, '')
            on conflict do nothing
            """)
        .update();
    return jdbc.sql("select hand_off_key, envelope_id from retention for update skip locked")
        .query(Mark.class)
        .optional();
  }

  /**
   * Goes on from there to what was received before, and remembers it; false when it can go no
   * further.
   */
  boolean walk(Mark from, Instant before, int most) {
    List<Passed> passed =
        jdbc
            .sql(
                """
                select n.hand_off_key, n.envelope_id, n.shipment_id, h.received_at < ? as old
                from (select hand_off_key, envelope_id, shipment_id from shipment
                  where (hand_off_key, envelope_id) > (?, ?)
                  order by hand_off_key, envelope_id limit ?) n
                join hand_off h on h.hand_off_key = n.hand_off_key
                order by n.hand_off_key, n.envelope_id
                """)
            .param(Timestamp.from(before))
            .params(from.handOffKey(), from.envelopeId(), most)
            .query(Passed.class)
            .stream()
            .takeWhile(Passed::old)
            .toList();
    if (passed.isEmpty()) {
      return false;
    }
    jdbc.sql("insert into retention_wait select unnest(?) on conflict do nothing")
        .param(passed.stream().map(Passed::shipmentId).toArray(String[]::new))
        .update();
    Passed last = passed.get(passed.size() - 1);
    jdbc.sql("update retention set hand_off_key = ?, envelope_id = ?")
        .params(last.handOffKey(), last.envelopeId())
        .update();
    return passed.size() == most;
  }

  /** Those that were passed already are looked at again: they have got a new text. */
  void again(Collection<String> shipments) {
    Optional<Mark> mark =
        jdbc.sql("select hand_off_key, envelope_id from retention").query(Mark.class).optional();
    if (mark.isEmpty() || mark.get().handOffKey() == 0) {
      return; // nothing is that old yet, and news of thousands need no look
    }
    jdbc.sql(
            """
            insert into retention_wait select shipment_id from shipment
            where shipment_id = any(?) and (hand_off_key, envelope_id) <= (?, ?)
            on conflict do nothing
            """)
        .param(shipments.toArray(String[]::new))
        .params(mark.get().handOffKey(), mark.get().envelopeId())
        .update();
  }

  /** Takes those that ended before. */
  List<String> take(Instant endedBefore, int most) {
    return jdbc.sql(
            """
            delete from retention_wait where shipment_id = any (array(
              select w.shipment_id from retention_wait w, lateral (
                select state, state_since from shipment
                where shipment_id = w.shipment_id limit 1) s -- limited: by its key, never joined
              where has_ended(s.state) and s.state_since < ? limit ?))
            returning shipment_id
            """)
        .param(Timestamp.from(endedBefore))
        .param(most)
        .query(String.class)
        .list();
  }
}
