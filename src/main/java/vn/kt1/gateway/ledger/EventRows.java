package vn.kt1.gateway.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.CopiedRows;
import vn.kt1.gateway.ledger.Timeline.Channel;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Reads and writes the events of shipments, and reads what their codes mean. */
@Component
class EventRows {

  /** A code and the system that uses it. */
  record Code(String source, String code) {
    static Code of(TrackingEvent event) {
      return new Code(event.source(), event.rawCode());
    }
  }

  /** What a code means. Without a state it moves no shipment. */
  record Meaning(String meaning, @Nullable ShipmentState state) {}

  /** A new event. Without a meaning its code is not mapped yet. */
  record Fresh(UUID id, Timeline.Item item, @Nullable Meaning meaning) {
    @Nullable ShipmentState state() {
      return meaning == null ? null : meaning.state();
    }

    Instant at() {
      TrackingEvent event = item.event();
      return TrackingEvent.moment(event.occurredAt(), event.dayOnly(), state())
          .truncatedTo(ChronoUnit.MICROS);
    }
  }

  private static final String TABLE =
      """
      event (event_id, shipment_id, source, item_code, raw_code, raw_text, meaning, state, location,
        occurred_at, recorded_at, channel, day_only)\
      """;

  /** Fewer are written sooner than a thread begins. */
  private static final int MANY = 1_000;

  private final JdbcClient jdbc;
  private final DataSource database;
  private final JdbcTemplate connections;
  private final Clock clock;

  EventRows(JdbcClient jdbc, DataSource database, Clock clock) {
    this.jdbc = jdbc;
    this.database = database;
    this.connections = new JdbcTemplate(database);
    this.clock = clock;
  }

  /** The events of some shipments. */
  List<UUID> of(Collection<String> shipments) {
    return jdbc.sql("select event_id from event where shipment_id in (select unnest(?))")
        .param(shipments.stream().sorted().toArray(String[]::new))
        .query(UUID.class)
        .list();
  }

  /** Read from the database, since configured layouts add codes of their own. */
  Map<Code, Meaning> meanings() {
    Map<Code, Meaning> meanings = new HashMap<>();
    jdbc.sql("select source, code, meaning, state from status_code")
        .query(
            row -> {
              String state = row.getString("state");
              meanings.put(
                  new Code(row.getString("source"), row.getString("code")),
                  new Meaning(
                      row.getString("meaning"),
                      state == null ? null : ShipmentState.valueOf(state)));
            });
    return meanings;
  }

  /**
   * Inserts events in the order given, in the caller's transaction. Many are inserted by another
   * thread: until they are, the caller leaves the database alone.
   */
  EventsWriting insert(Channel channel, List<Fresh> fresh) {
    if (fresh.size() < MANY) {
      insert(connections, channel, fresh);
      return EventsWriting.DONE;
    }
    Connection ours = DataSourceUtils.getConnection(database);
    DataSourceUtils.releaseConnection(ours, database); // the transaction keeps it open
    JdbcTemplate same = new JdbcTemplate(new SingleConnectionDataSource(ours, true));
    return EventsWriting.of(() -> insert(same, channel, fresh));
  }

  private void insert(JdbcTemplate connections, Channel channel, List<Fresh> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    connections.execute(
        (Connection connection) -> {
          CopiedRows.into(
              connection,
              TABLE,
              rows -> {
                for (Fresh event : fresh) {
                  write(rows.row(13), channel, event, now);
                }
              });
          return null;
        });
  }

  private static void write(CopiedRows row, Channel channel, Fresh fresh, Instant now)
      throws SQLException {
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
        .text(channel.name())
        .flag(event.dayOnly());
  }
}
