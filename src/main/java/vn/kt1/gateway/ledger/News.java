package vn.kt1.gateway.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Standing;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * Adds events to timelines and moves the states they lead to, in the order they arrived: one event
 * or a hundred thousand, in a handful of statements.
 */
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
  record Item(String shipmentId, TrackingEvent event) {
    UUID eventId() {
      return EventId.of(
          shipmentId,
          event.source(),
          itemCode(),
          event.rawCode(),
          event.occurredAt().truncatedTo(ChronoUnit.MICROS),
          event.location());
    }

    @Nullable String itemCode() {
      String code = event.itemCode().normalised();
      return code.isEmpty() ? null : code;
    }
  }

  /** A new event; without a meaning nobody has mapped its code. */
  private record Fresh(UUID id, Item item, @Nullable Meaning meaning) {
    @Nullable ShipmentState state() {
      return meaning == null ? null : meaning.state();
    }

    Instant at() {
      return item.event().occurredAt().truncatedTo(ChronoUnit.MICROS);
    }
  }

  private record Meaning(
      String source, String code, String meaning, @Nullable ShipmentState state) {}

  private static final String TABLE =
      """
      event (event_id, shipment_id, source, item_code, raw_code, raw_text, meaning, state, location,
        occurred_at, recorded_at, channel)""";

  private final JdbcClient jdbc;
  private final JdbcTemplate connections;
  private final Clock clock;
  private final Deliveries deliveries;

  News(JdbcClient jdbc, DataSource database, Clock clock, Deliveries deliveries) {
    this.jdbc = jdbc;
    this.connections = new JdbcTemplate(database);
    this.clock = clock;
    this.deliveries = deliveries;
  }

  /**
   * One effect per item, in the order given; the caller holds the transaction and the lock of all
   * news, so that what is not there now is not there when it is written.
   */
  List<Effect> add(Channel channel, List<Item> items) {
    Set<UUID> known = known(items);
    Map<String, Meaning> meanings = meanings();
    List<Effect> effects = new ArrayList<>(items.size());
    List<Fresh> fresh = new ArrayList<>();
    for (Item item : items) {
      UUID id = item.eventId();
      if (!known.add(id)) {
        effects.add(Effect.DUPLICATE);
        continue;
      }
      Meaning meaning = meanings.get(key(item.event().source(), item.event().rawCode()));
      fresh.add(new Fresh(id, item, meaning));
      effects.add(meaning == null ? Effect.UNMAPPED : Effect.APPLIED);
    }
    insert(channel, fresh);
    move(fresh.stream().filter(event -> event.state() != null).toList());
    return effects;
  }

  private Set<UUID> known(List<Item> items) {
    return new HashSet<>(
        jdbc.sql("select event_id from event where shipment_id in (select unnest(?))")
            .param(shipments(items.stream().map(Item::shipmentId)))
            .query(UUID.class)
            .list());
  }

  private static String[] shipments(Stream<String> ids) {
    return ids.distinct().sorted().toArray(String[]::new);
  }

  /** As the database knows them: configured layouts bring some of their own. */
  private Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    jdbc.sql("select source, code, meaning, state from status_code")
        .query(Meaning.class)
        .list()
        .forEach(each -> meanings.put(key(each.source(), each.code()), each));
    return meanings;
  }

  private static String key(String source, String code) {
    return source + " " + code;
  }

  /** By shipment, as the index has them; of one shipment as they came. */
  private void insert(Channel channel, List<Fresh> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Fresh> ordered = new ArrayList<>(fresh);
    ordered.sort(Comparator.comparing(event -> event.item().shipmentId()));
    connections.execute(
        (Connection connection) -> {
          CopiedRows.into(
              connection,
              TABLE,
              rows -> {
                for (Fresh event : ordered) {
                  write(rows.row(12), channel, event, now);
                }
              });
          return null;
        });
  }

  private static void write(CopiedRows row, Channel channel, Fresh fresh, Instant now)
      throws IOException {
    TrackingEvent event = fresh.item().event();
    Meaning meaning = fresh.meaning();
    ShipmentState state = fresh.state();
    row.uuid(fresh.id())
        .text(fresh.item().shipmentId())
        .text(event.source())
        .text(fresh.item().itemCode())
        .text(event.rawCode())
        .text(event.rawText())
        .text(meaning == null ? null : meaning.meaning())
        .text(state == null ? null : state.name())
        .text(event.location())
        .time(fresh.at())
        .time(now)
        .text(channel.name());
  }

  /** Folds the events into the standing of each shipment and writes what has changed. */
  private void move(List<Fresh> events) {
    if (events.isEmpty()) {
      return;
    }
    Map<String, Standing> before = standings(events);
    Map<String, Standing> after = new LinkedHashMap<>(before);
    for (Fresh event : events) {
      after.computeIfPresent(
          event.item().shipmentId(), (id, standing) -> standing.after(event.state(), event.at()));
    }
    after.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
    write(after);
    deliveries.owe(
        after.keySet().stream()
            .filter(id -> after.get(id).state() == ShipmentState.DELIVERED)
            .filter(id -> before.get(id).state() != ShipmentState.DELIVERED)
            .toList());
  }

  private Map<String, Standing> standings(List<Fresh> events) {
    Map<String, Standing> standings = new LinkedHashMap<>();
    jdbc.sql(
            """
            select shipment_id, state, state_since from shipment
            where shipment_id in (select unnest(?)) order by shipment_id for no key update
            """)
        .param(shipments(events.stream().map(event -> event.item().shipmentId())))
        .query(
            row -> {
              standings.put(
                  row.getString("shipment_id"),
                  new Standing(
                      ShipmentState.valueOf(row.getString("state")),
                      row.getTimestamp("state_since").toInstant()));
            });
    return standings;
  }

  private void write(Map<String, Standing> changed) {
    if (changed.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update shipment s set state = c.state, state_since = c.since
            from unnest(?, ?, ?) c (shipment_id, state, since)
            where s.shipment_id = c.shipment_id
            """)
        .param(changed.keySet().toArray(String[]::new))
        .param(changed.values().stream().map(to -> to.state().name()).toArray(String[]::new))
        .param(
            changed.values().stream()
                .map(to -> Timestamp.from(to.since()))
                .toArray(Timestamp[]::new))
        .update();
  }
}
