package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Outbox;

/** Lets orders owed wait for one another, so that few files leave instead of many. */
@Component
class CollectedOrders {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final OrdersSettings settings;

  CollectedOrders(JdbcClient jdbc, Outbox outbox, OrdersSettings settings) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.settings = settings;
  }

  /**
   * The shipments of the province whose orders leave now and have waited longest; or none. They
   * wait no more when the caller's transaction ends.
   *
   * @param now what came later is not there yet
   */
  List<String> take(Instant now) {
    return owed(now).stream()
        .filter(each -> each.leave(now, settings.collect(), settings.perFile()))
        .findFirst()
        .map(each -> outbox.take(Orders.TOPIC, each.province(), now, settings.perFile()))
        .orElse(List.of());
  }

  /**
   * One look at each province: those with an order that hurries first, then in the order of their
   * oldest. More than fill a file need not be counted: so it costs the same whatever waits.
   */
  private List<OwedOrders> owed(Instant now) {
    return jdbc.sql(
            """
            with recursive each (province) as (
              select min(province) from outbox where topic = :topic
              union all
              select (select min(province) from outbox
                where topic = :topic and province > each.province)
              from each where each.province is not null)
            select each.province, file.oldest, file.count, file.hurries from each, lateral (
              select min(since) as oldest, count(*) as count, bool_or(hurries) as hurries,
                min(outbox_no) as first
              from (
                select since, hurries, outbox_no from outbox
                where topic = :topic and province = each.province and due_at <= :now
                order by outbox_no limit :most) of_the_file) file
            where file.count > 0 order by file.hurries desc, file.first
            """)
        .param("topic", Orders.TOPIC)
        .param("now", Timestamp.from(now))
        .param("most", settings.perFile())
        .query(OwedOrders.class)
        .list();
  }
}
