package vn.kt1.gateway.status;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.ledger.Timeline;
import vn.kt1.gateway.ledger.TimelineRun;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusRun.Effect;

/** Status news of the post: applied to the shipments it is about, kept where there is none yet. */
@Component
public class StatusNews {

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Items items;
  private final Timeline news;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  StatusNews(
      JdbcClient jdbc,
      PostFiles files,
      Items items,
      Timeline news,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.items = items;
    this.news = news;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Applies a file whole, or nothing of it.
   *
   * @throws vn.kt1.gateway.shipment.Rejected when the file as a whole cannot be read
   */
  public Result apply(PostFile<List<TrackingEvent>> file) {
    return files.once("status", file.name(), file.sha256(), () -> applyRows(file));
  }

  private Result applyRows(PostFile<List<TrackingEvent>> file) {
    Items.Owners owners = new Items.Owners();
    try (TimelineRun run = news.start(Timeline.Channel.FILE)) {
      StatusRun rows = new StatusRun(Ahead.latest(clock), told -> applyBatch(owners, run, told));
      new ReadAhead<>(file.rows()).read(rows);
      Result result = rows.result();
      run.end();
      if (rows.ahead()) {
        publisher.publishEvent(new AheadNews(file.name(), file.sha256()));
      }
      return result;
    }
  }

  private List<Effect> applyBatch(
      Items.Owners owners, TimelineRun run, List<TrackingEvent> events) {
    List<String> unasked = owners.unasked(events);
    if (!unasked.isEmpty()) {
      run.awaitWritten();
      items.ask(owners, unasked);
    }
    List<Timeline.Item> known = new ArrayList<>(events.size());
    List<TrackingEvent> unknown = new ArrayList<>();
    List<@Nullable String> shipments = new ArrayList<>(events.size());
    for (TrackingEvent event : events) {
      String shipment = owners.of(event);
      shipments.add(shipment);
      if (shipment != null) {
        known.add(new Timeline.Item(shipment, event));
      } else if (!owners.know(event)) {
        unknown.add(event);
      }
    }
    if (!unknown.isEmpty()) {
      run.awaitWritten();
      await(unknown);
    }
    Iterator<Timeline.Effect> added = run.add(known).iterator();
    List<Effect> effects = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      effects.add(shipments.get(i) == null ? missing(owners, events.get(i)) : effect(added.next()));
    }
    return effects;
  }

  private static Effect missing(Items.Owners owners, TrackingEvent event) {
    return owners.know(event) ? Effect.EARLIER : Effect.UNKNOWN;
  }

  private static Effect effect(Timeline.Effect added) {
    return switch (added) {
      case APPLIED -> Effect.APPLIED;
      case UNMAPPED -> Effect.UNMAPPED;
      case DUPLICATE -> Effect.DUPLICATE;
    };
  }

  private void await(List<TrackingEvent> events) {
    jdbc.sql(
            """
            insert into waiting_event (item_code, item_raw, source, raw_code, raw_text, location,
              occurred_at, day_only, recorded_at)
            select item_code->>'normalised', item_code->>'raw', source, raw_code, raw_text,
              location, occurred_at, day_only, ?
            from jsonb_to_recordset(?::jsonb) e (item_code jsonb, source text, raw_code text,
              raw_text text, location text, occurred_at timestamptz, day_only boolean)
            on conflict do nothing
            """)
        .params(Timestamp.from(clock.instant()), RowJson.write(events))
        .update();
  }

  /** Applies what was waiting for an item that has just appeared; the caller holds the lock. */
  public void appeared(String shipmentId, ItemCode code) {
    List<TrackingEvent> waited =
        jdbc.sql(
                """
                with gone as (delete from waiting_event w using shipment s
                  where w.item_code = ? and s.shipment_id = ?
                    and w.occurred_at >= s.handed_off_at - make_interval(days => ?)
                  returning w.*)
                select * from gone order by waiting_no
                """)
            .params(code.normalised(), shipmentId, (int) Items.AHEAD.toDays())
            .query(
                (row, number) ->
                    new TrackingEvent(
                        0,
                        row.getString("source"),
                        code,
                        row.getString("raw_code"),
                        row.getString("raw_text"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getString("location"),
                        null,
                        row.getBoolean("day_only")))
            .list();
    if (!waited.isEmpty()) {
      news.add(
          Timeline.Channel.FILE,
          waited.stream().map(event -> new Timeline.Item(shipmentId, event)).toList());
    }
  }
}
