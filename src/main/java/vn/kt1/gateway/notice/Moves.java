package vn.kt1.gateway.notice;

import static vn.kt1.gateway.shipment.ShipmentState.ACCEPTED;
import static vn.kt1.gateway.shipment.ShipmentState.DELIVERED;
import static vn.kt1.gateway.shipment.ShipmentState.DELIVERY_FAILED;
import static vn.kt1.gateway.shipment.ShipmentState.RETURNED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Contract.Told;
import vn.kt1.gateway.shipment.ShipmentState;

/**
 * Reads what there is to tell of shipments. The end of a way is their state. A step on it may be
 * over when we hear of it, so it is looked for among the events; one that is old, or whose shipment
 * has ended, is no news any more.
 */
@Component
class Moves {

  private static final Map<Told, ShipmentState> STATES =
      Map.of(
          Told.ACCEPTED, ACCEPTED,
          Told.FAILED, DELIVERY_FAILED,
          Told.DELIVERED, DELIVERED,
          Told.RETURNED, RETURNED);

  /** A preference that is new, or a gateway that was away, brings no flood of old news. */
  private static final Duration NEWS = Duration.ofDays(7);

  private final JdbcClient jdbc;

  Moves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static ShipmentState state(Told told) {
    return STATES.get(told);
  }

  /** Those of the ended shipments that one of these partners or units has handed over. */
  List<String> ended(Collection<String> shipments, String[] partners, String[] units) {
    return jdbc.sql(
            """
            select s.shipment_id from shipment s
            join hand_off h on h.hand_off_key = s.hand_off_key
            where s.shipment_id in (select unnest(?))
              and (h.partner = any(?) or s.sender_code = any(?))
            """)
        .param(shipments.toArray(String[]::new))
        .params(partners, units)
        .query(String.class)
        .list();
  }

  /** Those shipments of these units that have just taken the step and were not told of it. */
  List<String> steps(Told told, Collection<String> shipments, String[] units, Instant now) {
    return jdbc.sql(
            """
            select distinct e.shipment_id from event e
            join shipment s on s.shipment_id = e.shipment_id
            where e.shipment_id in (select unnest(?)) and e.state = ? and e.corrected_by is null
              and e.occurred_at > ? and s.sender_code = any(?)
              and not exists (select from dispatch d where d.kind = ? and d.occasion = ?
                || e.shipment_id and d.recipient = 'UNIT ' || s.sender_code)
            """)
        .param(shipments.toArray(String[]::new))
        .params(state(told).name(), Timestamp.from(now.minus(NEWS)))
        .param(units)
        .params(DeliveryNotices.kind(told).name(), told + " ")
        .query(String.class)
        .list();
  }

  /** Empty where it is not so any more. */
  Optional<Move> read(Told told, String shipmentId) {
    boolean end = state(told).end();
    return jdbc.sql(end ? END : STEP)
        .params(state(told).name(), shipmentId)
        .query((row, number) -> move(told, row))
        .optional();
  }

  private static final String MOVE =
      """
      select h.partner, s.sender_code, h.hand_off_id, s.envelope_id, s.shipment_id, s.item_code,
      """;

  private static final String END =
      MOVE
          + """
            s.state_since as at, false as day_only
          from shipment s join hand_off h on h.hand_off_key = s.hand_off_key
          where s.state = ? and s.shipment_id = ?
          """;

  private static final String STEP =
      MOVE
          + """
            e.occurred_at as at, e.day_only
          from event e join shipment s on s.shipment_id = e.shipment_id
          join hand_off h on h.hand_off_key = s.hand_off_key
          where e.state = ? and e.shipment_id = ? and e.corrected_by is null
            and s.state not in ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'ORDER_REFUSED')
          order by e.occurred_at limit 1
          """;

  private static Move move(Told told, ResultSet row) throws SQLException {
    return new Move(
        told,
        row.getString("partner"),
        row.getString("sender_code"),
        row.getString("hand_off_id"),
        row.getString("envelope_id"),
        row.getString("shipment_id"),
        row.getString("item_code"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("day_only"));
  }
}
