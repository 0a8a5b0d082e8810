package vn.kt1.gateway.post;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.dispatch.Parking;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.ledger.HandOffLog;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Orders owed to the post: claimed in batches, kept as numbered files before anything leaves, and
 * marked sent once the post has them.
 */
@Component
public class Orders {

  public static final String TOPIC = "order";
  private static final String FILE = "order-file";
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final JdbcClient jdbc;
  private final CollectedOrders collected;
  private final Outbox outbox;
  private final OrderRead read;
  private final HandOffLog trail;
  private final Parking parking;
  private final Evidence evidence;
  private final Clock clock;

  Orders(
      JdbcClient jdbc,
      CollectedOrders collected,
      Outbox outbox,
      OrderRead read,
      HandOffLog trail,
      Parking parking,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.collected = collected;
    this.outbox = outbox;
    this.read = read;
    this.trail = trail;
    this.parking = parking;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** One order a shipment; the number follows from the shipment's, so a repeat has the same. */
  public static String orderId(String shipmentId) {
    return "O-" + shipmentId;
  }

  /** The next batch of one province that leaves now, or null. */
  @Transactional
  public @Nullable OrderBatch claim() {
    UUID lease = UUID.randomUUID();
    List<String> shipments = collected.claim(lease);
    if (shipments.isEmpty()) {
      return null;
    }
    OrderBatch batch = read.batch(lease, shipments);
    putAside(shipments, batch);
    return batch.orders().isEmpty() ? null : batch;
  }

  /** SECURITY: what does not go by KT1 is no order, and must hold no other one up. */
  private void putAside(List<String> claimed, OrderBatch batch) {
    Set<String> ordered =
        batch.orders().stream().map(Order::shipmentId).collect(Collectors.toSet());
    for (String shipment : claimed) {
      if (!ordered.contains(shipment)) {
        outbox.withdraw(TOPIC, shipment);
        Throwable why = new IllegalStateException("an order of what does not go by KT1");
        parking.park(ParkedOrders.ROUTE, shipment, why, "look-into-the-database");
      }
    }
  }

  /**
   * Keeps a batch as the next file of its province and day. The number is taken in the same
   * transaction, so that none is ever left out. A batch that is not whole any more, because a lease
   * was lost or a shipment cancelled, is no file; what is left of it is owed as before.
   */
  @Transactional(noRollbackFor = Unavailable.class)
  public void keep(OrderRows rows) {
    OrderBatch batch = rows.batch();
    if (!outbox.doneWhole(batch.lease(), batch.orders().size())) {
      throw new Unavailable("a batch that is not whole any more", null);
    }
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), VIETNAM);
    int seq = nextNumber(batch.province(), Date.valueOf(now.toLocalDate()));
    String name =
        "KT1-ORDER_%s_%s_%04d%s".formatted(batch.province(), STAMP.format(now), seq, rows.ending());
    String sha256 = Sha256.of(rows.content());
    Salt salt = Salt.fresh();
    jdbc.sql(
            """
            insert into order_file (name, province, on_day, seq, content, sha256, salt, kept_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(name, batch.province(), Date.valueOf(now.toLocalDate()), seq, rows.content())
        .params(sha256, salt.hex(), Timestamp.from(clock.instant()))
        .update();
    keepOrders(batch, name);
    outbox.put(FILE, name, batch.province());
    List<HandOffLog.Traced> orders = trail.ofFile(name);
    Map<String, Object> detail = new HashMap<>(HandOffLog.ids(orders));
    detail.put("digest", salt.digest(sha256));
    detail.put("orders", batch.orders().size());
    evidence.record("gateway", "order-file", name, detail);
    HandOffLog.kept(name, orders);
  }

  private void keepOrders(OrderBatch batch, String file) {
    jdbc.sql(
            """
            insert into post_order (order_id, shipment_id, network, file_name)
            select o.order_id, o.shipment_id, s.network, ?
            from jsonb_to_recordset(?::jsonb) o (order_id text, shipment_id text)
            join shipment s on s.shipment_id = o.shipment_id
            """)
        .params(file, RowJson.write(batch.orders().stream().map(Orders::ids).toList()))
        .update();
  }

  private static Map<String, String> ids(Order order) {
    return Map.of("order_id", order.orderId(), "shipment_id", order.shipmentId());
  }

  private int nextNumber(String province, Date day) {
    return jdbc.sql(
            """
            insert into order_number (province, on_day, last) values (?, ?, 1)
            on conflict (province, on_day) do update set last = order_number.last + 1
            returning last
            """)
        .params(province, day)
        .query(Integer.class)
        .single();
  }

  /** The next kept file the post does not have yet, or null. */
  @Transactional
  public @Nullable OrderFile claimFile() {
    UUID lease = UUID.randomUUID();
    return outbox
        .claim(FILE, lease)
        .map(claimed -> read.file(lease, claimed.key(), claimed.attempts()))
        .orElse(null);
  }

  /** The file, unless the post has answered one of its orders, which proves that it has it. */
  public @Nullable OrderFile unanswered(OrderFile file) {
    boolean answered =
        jdbc.sql(
                """
                select exists (
                  select from post_order where file_name = ? and answered_at is not null)
                """)
            .param(file.name())
            .query(Boolean.class)
            .single();
    return answered ? null : file;
  }

  /** The post has the file: its shipments are ordered. Twice is once. */
  @Transactional
  public void sent(OrderFile file) {
    Timestamp now = Timestamp.from(clock.instant());
    outbox.done(file.lease());
    int first =
        jdbc.sql("update order_file set sent_at = ? where name = ? and sent_at is null")
            .params(now, file.name())
            .update();
    if (first == 1) {
      markOrdered(file.name(), now);
      List<HandOffLog.Traced> orders = trail.ofFile(file.name());
      Map<String, Object> detail = new HashMap<>(HandOffLog.ids(orders));
      detail.put("digest", read.salt(file.name()).digest(file.sha256()));
      evidence.record("gateway", "order-file-sent", file.name(), detail);
      HandOffLog.sent(file.name(), orders);
    }
  }

  private void markOrdered(String file, Timestamp now) {
    jdbc.sql(
            """
            with ordered as (select shipment_id from post_order where file_name = ?),
            noted as (
              insert into event (event_id, shipment_id, source, raw_code, meaning, state,
                occurred_at, recorded_at)
              select event_id(shipment_id, 'gateway', null, 'ORDERED', ?, null), shipment_id,
                'gateway', 'ORDERED', 'ORDERED', 'ORDERED', ?, ?
              from ordered on conflict do nothing)
            update shipment s set state = 'ORDERED', state_since = ?
            from ordered o where s.shipment_id = o.shipment_id and s.state = 'REGISTERED'
            """)
        .params(file, now, now, now, now)
        .update();
  }

  public void postpone(@Nullable OrderFile file) {
    if (file != null) {
      outbox.postpone(file.lease(), file.attempts());
    }
  }
}
