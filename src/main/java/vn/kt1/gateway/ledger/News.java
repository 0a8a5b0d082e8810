package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Standing;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Adds events to timelines and moves the states they lead to, in the order they arrived. */
@Component
class News {

  /** What became of one event: new and mapped, new and unmapped, or there already. */
  enum Effect {
    APPLIED,
    UNMAPPED,
    DUPLICATE
  }

  /** The way news came by; told of an event, and no part of what makes it the same. */
  enum Channel {
    FILE,
    API
  }

  /** An event and the shipment it belongs to. */
  record Item(String shipmentId, TrackingEvent event) {}

  private record EventRow(
      String eventId,
      String shipmentId,
      String source,
      @Nullable String itemCode,
      String rawCode,
      @Nullable String rawText,
      @Nullable String meaning,
      @Nullable ShipmentState state,
      @Nullable String location,
      Instant occurredAt) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Deliveries deliveries;

  News(JdbcClient jdbc, Clock clock, Deliveries deliveries) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.deliveries = deliveries;
  }

  /** One effect per item, in the order given; the caller holds the transaction. */
  List<Effect> add(Channel channel, List<Item> items) {
    List<EventRow> rows = items.stream().map(News::row).toList();
    Set<String> fresh = insert(channel, rows);
    List<EventRow> moving =
        rows.stream().filter(row -> row.state() != null && fresh.contains(row.eventId())).toList();
    move(moving);
    return rows.stream().map(row -> effect(row, fresh)).toList();
  }

  private static Effect effect(EventRow row, Set<String> fresh) {
    if (!fresh.contains(row.eventId())) {
      return Effect.DUPLICATE;
    }
    return row.meaning() == null ? Effect.UNMAPPED : Effect.APPLIED;
  }

  private static EventRow row(Item item) {
    TrackingEvent event = item.event();
    Optional<StatusMap.Meaning> meaning = StatusMap.meaning(event.source(), event.rawCode());
    return new EventRow(
        UUID.randomUUID().toString(),
        item.shipmentId(),
        event.source(),
        event.itemCode().normalised().isEmpty() ? null : event.itemCode().normalised(),
        event.rawCode(),
        event.rawText(),
        meaning.map(StatusMap.Meaning::name).orElse(null),
        meaning.map(StatusMap.Meaning::state).orElse(null),
        event.location(),
        event.occurredAt().truncatedTo(ChronoUnit.MICROS));
  }

  private Set<String> insert(Channel channel, List<EventRow> rows) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into event (event_id, shipment_id, source, item_code, raw_code, raw_text,
                  meaning, state, location, occurred_at, recorded_at, channel)
                select e.event_id, e.shipment_id, e.source, e.item_code, e.raw_code, e.raw_text,
                  e.meaning, e.state, e.location, e.occurred_at, ?, ?
                from jsonb_populate_recordset(null::event, ?::jsonb) e
                on conflict do nothing returning event_id
                """)
            .params(Timestamp.from(clock.instant()), channel.name(), Json.write(rows))
            .query(String.class)
            .list());
  }

  /** Folds the events into the standing of each shipment and writes what has changed. */
  private void move(List<EventRow> events) {
    if (events.isEmpty()) {
      return;
    }
    Map<String, Standing> before = standings(events);
    Map<String, Standing> after = new LinkedHashMap<>(before);
    for (EventRow event : events) {
      after.computeIfPresent(
          event.shipmentId(), (id, standing) -> standing.after(event.state(), event.occurredAt()));
    }
    List<Map<String, Object>> changed = new ArrayList<>();
    after.forEach(
        (id, standing) -> {
          if (!standing.equals(before.get(id))) {
            changed.add(
                Map.of(
                    "shipment_id", id, "state", standing.state(), "state_since", standing.since()));
          }
        });
    write(changed);
    deliveries.owe(arrived(before, after));
  }

  private static List<String> arrived(Map<String, Standing> before, Map<String, Standing> after) {
    return after.keySet().stream()
        .filter(id -> after.get(id).state() == ShipmentState.DELIVERED)
        .filter(id -> before.get(id).state() != ShipmentState.DELIVERED)
        .toList();
  }

  private Map<String, Standing> standings(List<EventRow> events) {
    Map<String, Standing> standings = new LinkedHashMap<>();
    jdbc.sql(
            """
            select shipment_id, state, state_since from shipment
            where shipment_id in (:ids) order by shipment_id for update
            """)
        .param("ids", events.stream().map(EventRow::shipmentId).distinct().toList())
        .query(
            (row, number) ->
                standings.put(
                    row.getString("shipment_id"),
                    new Standing(
                        ShipmentState.valueOf(row.getString("state")),
                        row.getTimestamp("state_since").toInstant())))
        .list();
    return standings;
  }

  private void write(List<Map<String, Object>> changed) {
    jdbc.sql(
            """
            update shipment s set state = c.state, state_since = c.state_since
            from jsonb_to_recordset(?::jsonb)
              c (shipment_id text, state text, state_since timestamptz)
            where s.shipment_id = c.shipment_id
            """)
        .param(Json.write(changed))
        .update();
  }
}
