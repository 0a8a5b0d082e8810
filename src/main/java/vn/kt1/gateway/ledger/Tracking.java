package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Status news of the post: applied to the shipments it is about, kept where there is none yet. */
@Component
public class Tracking {

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final News news;
  private final Clock clock;

  Tracking(JdbcClient jdbc, PostFiles files, News news, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.news = news;
    this.clock = clock;
  }

  public Result apply(PostFile<TrackingEvent> file) {
    return files.once("status", file, () -> applyRows(file));
  }

  private Result applyRows(PostFile<TrackingEvent> file) {
    Map<String, String> shipments = shipments(file.rows());
    List<News.Item> known = new ArrayList<>();
    List<TrackingEvent> unknown = new ArrayList<>();
    for (TrackingEvent event : file.rows()) {
      String shipmentId = shipments.get(event.itemCode().normalised());
      if (shipmentId == null) {
        unknown.add(event);
      } else {
        known.add(new News.Item(shipmentId, event));
      }
    }
    List<RowFault> faults = new ArrayList<>(file.faults());
    unknown.forEach(event -> faults.add(RowFault.of(event.row(), Fault.Code.UNKNOWN_ITEM, "kept")));
    await(unknown);
    return PostFiles.result(file, count(known), faults);
  }

  private PostFiles.Counts count(List<News.Item> known) {
    PostFiles.Counts counts = new PostFiles.Counts();
    for (News.Effect effect : news.add(News.Channel.FILE, known)) {
      switch (effect) {
        case APPLIED -> counts.applied++;
        case UNMAPPED -> counts.unmapped++;
        case DUPLICATE -> counts.duplicates++;
      }
    }
    return counts;
  }

  /** The newest shipment of each item code: the post may use a code again after twelve months. */
  private Map<String, String> shipments(List<TrackingEvent> events) {
    Map<String, String> shipments = new HashMap<>();
    List<String> codes =
        events.stream().map(event -> event.itemCode().normalised()).distinct().toList();
    jdbc.sql(
            """
            select distinct on (s.item_code) s.item_code, s.shipment_id
            from jsonb_array_elements_text(?::jsonb) code
            join shipment s on s.item_code = code
            order by s.item_code, s.handed_off_at desc
            """)
        .param(Json.write(codes))
        .query(
            (row, number) ->
                shipments.put(row.getString("item_code"), row.getString("shipment_id")))
        .list();
    return shipments;
  }

  private void await(List<TrackingEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into waiting_event (item_code, item_raw, source, raw_code, raw_text, location,
              occurred_at, recorded_at)
            select item_code->>'normalised', item_code->>'raw', source, raw_code, raw_text,
              location, occurred_at, ?
            from jsonb_to_recordset(?::jsonb) e (item_code jsonb, source text, raw_code text,
              raw_text text, location text, occurred_at timestamptz)
            on conflict do nothing
            """)
        .params(Timestamp.from(clock.instant()), Json.write(events))
        .update();
  }

  /** Applies what was waiting for an item that has just appeared; the caller holds the lock. */
  void appeared(String shipmentId, ItemCode code) {
    List<TrackingEvent> waited =
        jdbc.sql(
                """
                with gone as (delete from waiting_event where item_code = ? returning *)
                select * from gone order by waiting_no
                """)
            .param(code.normalised())
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
                        null))
            .list();
    if (!waited.isEmpty()) {
      news.add(
          News.Channel.FILE,
          waited.stream().map(event -> new News.Item(shipmentId, event)).toList());
    }
  }
}
