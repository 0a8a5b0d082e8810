package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.shipment.Urgency;

/** Lets orders owed wait for one another, so that few files leave instead of many. */
@Component
class CollectedOrders {

  private static final List<String> HURRIED =
      Arrays.stream(Urgency.values()).filter(Urgency::hurries).map(Urgency::name).toList();

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Clock clock;
  private final OrdersSettings settings;

  CollectedOrders(JdbcClient jdbc, Outbox outbox, Clock clock, OrdersSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * The shipments of the province whose orders leave now and have waited longest; or none. They
   * wait no more when the caller's transaction ends.
   */
  List<String> take() {
    Instant now = clock.instant();
    return owed(now).stream()
        .filter(each -> each.leave(now, settings.collect(), settings.perFile()))
        .findFirst()
        .map(each -> outbox.take(Orders.TOPIC, each.province(), settings.perFile()))
        .orElse(List.of());
  }

  private List<OwedOrders> owed(Instant now) {
    return jdbc.sql(
            """
            select o.province, min(o.since) as oldest, count(*) as count,
              coalesce(bool_or(s.urgency in (:hurried)), false) as hurries
            from outbox o left join shipment s on s.shipment_id = o.key
            where o.topic = :topic and o.due_at <= :now
            group by o.province order by min(o.outbox_no)
            """)
        .param("hurried", HURRIED)
        .param("topic", Orders.TOPIC)
        .param("now", Timestamp.from(now))
        .query(OwedOrders.class)
        .list();
  }
}
