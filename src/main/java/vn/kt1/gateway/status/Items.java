package vn.kt1.gateway.status;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Which shipment the news of an item is about: the post uses a code again after twelve months. */
@Component
class Items {

  /** An event belongs to the newest shipment that had the code by then, or within this time. */
  static final Duration AHEAD = Duration.ofDays(180);

  private final JdbcClient jdbc;

  Items(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The shipments of item codes, each with the time from which news of the code is its. A code is
   * asked of once: the caller holds the lock of all news.
   */
  static final class Owners {
    private final Map<String, TreeMap<Instant, String>> byCode = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    private void add(String code, Instant handedOffAt, String shipmentId) {
      byCode
          .computeIfAbsent(code, first -> new TreeMap<>())
          .put(handedOffAt.minus(AHEAD), shipmentId);
    }

    /** The codes that are to be asked of now. */
    List<String> unasked(Collection<TrackingEvent> events) {
      return events.stream()
          .map(event -> event.itemCode().normalised())
          .filter(asked::add)
          .toList();
    }

    /** Whether somebody has the code, be it since later than the event. */
    boolean know(TrackingEvent event) {
      return byCode.containsKey(event.itemCode().normalised());
    }

    @Nullable String of(TrackingEvent event) {
      TreeMap<Instant, String> shipments = byCode.get(event.itemCode().normalised());
      Map.Entry<Instant, String> owner =
          shipments == null ? null : shipments.floorEntry(event.occurredAt());
      return owner == null ? null : owner.getValue();
    }
  }

  void ask(Owners owners, List<String> unasked) {
    // Of two of one moment the one that is still under way, which comes last here.
    jdbc.sql(
            """
            select item_code, handed_off_at, shipment_id from shipment
            where item_code in (select unnest(?))
            order by handed_off_at, state not in
              ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED'), shipment_id
            """)
        .param(unasked.toArray(String[]::new))
        .query(
            row -> {
              Timestamp handedOffAt = row.getTimestamp("handed_off_at");
              owners.add(
                  row.getString("item_code"),
                  handedOffAt.toInstant(),
                  row.getString("shipment_id"));
            });
  }
}
