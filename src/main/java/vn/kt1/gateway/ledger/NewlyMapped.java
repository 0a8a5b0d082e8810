package vn.kt1.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Standing;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Applies events whose code nobody could read when they came and somebody has mapped since. */
@Component
public class NewlyMapped {

  private record Waiting(String eventId, String shipmentId, String meaning, String state) {}

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Deliveries deliveries;

  NewlyMapped(JdbcClient jdbc, PostFiles files, Deliveries deliveries) {
    this.jdbc = jdbc;
    this.files = files;
    this.deliveries = deliveries;
  }

  /** At start, since a map changes with the version; returns how many events were applied. */
  @EventListener(ApplicationStartedEvent.class)
  @Transactional
  public int apply() {
    files.queueBehindOtherNews();
    var readable =
        jdbc.sql(
                """
                select e.event_id, e.shipment_id, c.meaning, c.state
                from event e join status_code c on c.source = e.source and c.code = e.raw_code
                where e.meaning is null order by e.recorded_no
                """)
            .query(Waiting.class)
            .list();
    readable.forEach(this::apply);
    return readable.size();
  }

  private void apply(Waiting event) {
    jdbc.sql("update event set meaning = ?, state = ? where shipment_id = ? and event_id = ?::uuid")
        .param(event.meaning())
        .param(event.state())
        .param(event.shipmentId())
        .param(event.eventId())
        .update();
    if (event.state() != null) {
      move(event);
    }
  }

  /** Of two events at the same time the one recorded later counts, whichever was mapped later. */
  private void move(Waiting event) {
    jdbc.sql(
            """
            select s.state, s.state_since, e.occurred_at, e.day_only from shipment s
            join event e on e.shipment_id = s.shipment_id where e.shipment_id = ? and e.event_id = ?::uuid
              and not exists (select from event later
                where later.shipment_id = e.shipment_id and later.occurred_at = e.occurred_at
                  and later.recorded_no > e.recorded_no and later.state = s.state
                  and later.source <> 'gateway')
            for update of s
            """)
        .params(event.shipmentId(), event.eventId())
        .query((row, number) -> after(row, ShipmentState.valueOf(event.state())))
        .optional()
        .ifPresent(standing -> write(event.shipmentId(), standing));
  }

  private static Standing after(ResultSet row, ShipmentState next) throws SQLException {
    Instant told = row.getTimestamp("occurred_at").toInstant();
    return new Standing(
            ShipmentState.valueOf(row.getString("state")),
            row.getTimestamp("state_since").toInstant())
        .after(next, TrackingEvent.moment(told, row.getBoolean("day_only"), next));
  }

  private void write(String shipmentId, Standing standing) {
    jdbc.sql("update shipment set state = ?, state_since = ? where shipment_id = ?")
        .params(standing.state().name(), java.sql.Timestamp.from(standing.since()), shipmentId)
        .update();
    if (standing.state() == ShipmentState.DELIVERED) {
      deliveries.owe(List.of(shipmentId));
    }
  }
}
