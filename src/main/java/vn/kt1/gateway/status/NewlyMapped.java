package vn.kt1.gateway.status;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StateSince;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Applies events whose code nobody could read when they came and somebody has mapped since. */
@Component
public class NewlyMapped {

  private record Waiting(
      String eventId,
      String shipmentId,
      String meaning,
      @Nullable ShipmentState state,
      Instant occurredAt,
      boolean dayOnly,
      long recordedNo) {
    Instant moment() {
      return TrackingEvent.moment(occurredAt, dayOnly, state);
    }
  }

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final ApplicationEventPublisher moved;

  NewlyMapped(JdbcClient jdbc, PostFiles files, ApplicationEventPublisher moved) {
    this.jdbc = jdbc;
    this.files = files;
    this.moved = moved;
  }

  /** At start, since a map changes with the version; returns how many events were applied. */
  @EventListener(ApplicationStartedEvent.class)
  @Transactional
  public int apply() {
    files.queueBehindOtherNews();
    var readable =
        jdbc.sql(
                """
                select e.event_id, e.shipment_id, c.meaning, c.state, e.occurred_at, e.day_only,
                  e.recorded_no
                from event e join status_code c on c.source = e.source and c.code = e.raw_code
                where e.meaning is null and e.corrected_by is null order by e.recorded_no
                """)
            .query(Waiting.class)
            .list();
    readable.forEach(this::apply);
    return readable.size();
  }

  private void apply(Waiting event) {
    jdbc.sql("update event set meaning = ?, state = ? where shipment_id = ? and event_id = ?::uuid")
        .param(event.meaning())
        .param(event.state() == null ? null : event.state().name())
        .param(event.shipmentId())
        .param(event.eventId())
        .update();
    if (event.state() != null) {
      move(event, event.state());
      moved.publishEvent(ShipmentsTold.of(event.shipmentId(), event.state()));
    }
  }

  /** Of two events at the same time the one recorded later counts, whichever was mapped later. */
  private void move(Waiting event, ShipmentState next) {
    jdbc.sql(
            """
            select s.state, s.state_since from shipment s where s.shipment_id = ?
              and not exists (select from event later
                where later.shipment_id = s.shipment_id and later.occurred_at = ?
                  and later.recorded_no > ? and later.state = s.state
                  and later.source <> 'gateway' and later.corrected_by is null)
            for update of s
            """)
        .params(event.shipmentId(), Timestamp.from(event.moment()), event.recordedNo())
        .query(
            (row, number) ->
                new StateSince(
                        ShipmentState.valueOf(row.getString("state")),
                        row.getTimestamp("state_since").toInstant())
                    .after(next, event.moment()))
        .optional()
        .ifPresent(standing -> write(event.shipmentId(), standing));
  }

  private void write(String shipmentId, StateSince standing) {
    jdbc.sql("update shipment set state = ?, state_since = ? where shipment_id = ?")
        .params(standing.state().name(), Timestamp.from(standing.since()), shipmentId)
        .update();
    moved.publishEvent(new ShipmentsMoved(Map.of(shipmentId, standing.state())));
  }
}
