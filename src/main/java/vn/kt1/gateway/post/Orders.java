package vn.kt1.gateway.post;

import static vn.kt1.gateway.shipment.VietnamTime.VIETNAM;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Outgoing;
import vn.kt1.gateway.dispatch.Parcels;
import vn.kt1.gateway.dispatch.Parking;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.ledger.HandOffLog;
import vn.kt1.gateway.post.format.OrderFiles;
import vn.kt1.gateway.shipment.Sha256;

/** Makes order files of the orders that wait: numbered, sealed and owed to the post. */
@Component
public class Orders {

  /** What waits in the outbox: a shipment whose order stands in no file yet. */
  public static final String TOPIC = "order";

  /** The kind of what leaves. */
  static final String KIND = "ORDER_FILE";

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  private final JdbcClient jdbc;
  private final CollectedOrders collected;
  private final OrderRead read;
  private final PostSeal seal;
  private final Parcels parcels;
  private final HandOffLog log;
  private final Parking parking;
  private final Evidence evidence;
  private final Clock clock;

  Orders(
      JdbcClient jdbc,
      CollectedOrders collected,
      OrderRead read,
      PostSeal seal,
      Parcels parcels,
      HandOffLog log,
      Parking parking,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.collected = collected;
    this.read = read;
    this.seal = seal;
    this.parcels = parcels;
    this.log = log;
    this.parking = parking;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** One order a shipment; the number follows from the shipment's, so a repeat has the same. */
  public static String orderId(String shipmentId) {
    return "O-" + shipmentId;
  }

  /**
   * Makes the next file, of one province; false when none leaves now. Everything is one
   * transaction: whoever cancels a shipment meanwhile waits for its end and finds the order either
   * waiting or in the file.
   *
   * @param look the time of the look; orders that came later wait for the next
   */
  @Transactional
  public boolean make(Instant look) {
    List<String> taken = collected.take(look);
    List<Order> orders = taken.isEmpty() ? List.of() : read.orders(taken);
    putAside(taken, orders);
    if (!orders.isEmpty()) {
      keep(read.province(orders.get(0).shipmentId()), orders);
    }
    return !taken.isEmpty();
  }

  /** SECURITY: what does not go by KT1 is no order, and must hold no other one up. */
  private void putAside(List<String> taken, List<Order> orders) {
    Set<String> ordered = orders.stream().map(Order::shipmentId).collect(Collectors.toSet());
    for (String shipment : taken) {
      if (!ordered.contains(shipment)) {
        Throwable why = new IllegalStateException("an order of what does not go by KT1");
        parking.park(ParkedOrders.ROUTE, shipment, why, "look-into-the-database");
      }
    }
  }

  private void keep(String province, List<Order> orders) {
    Instant at = clock.instant();
    LocalDateTime now = LocalDateTime.ofInstant(at, VIETNAM);
    PostSeal.Sealed file = seal.seal(OrderFiles.write(orders));
    int seq = parcels.number("KT1-ORDER_" + province, now.toLocalDate());
    String name =
        "KT1-ORDER_%s_%s_%04d.csv%s".formatted(province, STAMP.format(now), seq, file.ending());
    String sha256 = Sha256.of(file.content());
    Salt salt = Salt.fresh();
    jdbc.sql(
            """
            insert into order_file (name, province, on_day, seq, sha256, salt, kept_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(name, province, Date.valueOf(now.toLocalDate()), seq, sha256, salt.hex())
        .param(Timestamp.from(at))
        .update();
    keepOrders(orders, name);
    parcels.owe(Outgoing.byKt1(KIND, name, null, file.content()));
    List<HandOffLog.Traced> traced = log.ofFile(name);
    Map<String, Object> detail = new HashMap<>(HandOffLog.ids(traced));
    detail.put("digest", salt.digest(sha256));
    detail.put("orders", orders.size());
    evidence.record("gateway", "order-file", name, detail);
    HandOffLog.kept(name, traced);
  }

  /** SECURITY: the table takes no shipment that does not go by KT1. */
  private void keepOrders(List<Order> orders, String file) {
    jdbc.sql(
            """
            insert into post_order (order_id, shipment_id, file_name)
            select order_id, shipment_id, ? from unnest(?, ?) o (order_id, shipment_id)
            """)
        .param(file)
        .param(orders.stream().map(Order::orderId).toArray(String[]::new))
        .param(orders.stream().map(Order::shipmentId).toArray(String[]::new))
        .update();
  }
}
