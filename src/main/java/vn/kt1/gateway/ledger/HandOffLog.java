package vn.kt1.gateway.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.kt1.gateway.shipment.ShipmentState;

/**
 * Logs what happens to a hand-off, always under the correlation id of its first message and only
 * after the commit. It logs ids and nothing else.
 */
@Component
public class HandOffLog {

  /** The longest list of ids in a row of evidence. */
  private static final int NAMED = 1000;

  private static final String KEY = "correlationId";
  private static final Logger LOG = LoggerFactory.getLogger(HandOffLog.class);

  /**
   * An order with the correlation id of its hand-off; null for a hand-off from before version 34 of
   * the database.
   */
  public record Traced(String orderId, String shipmentId, @Nullable String correlationId) {}

  private final JdbcClient jdbc;

  HandOffLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Looked up by key, each limited to one row: joined, they would be read whole. */
  public List<Traced> ofFile(String file) {
    return jdbc.sql(
            """
            select o.order_id, o.shipment_id, h.correlation_id
            from post_order o
              left join lateral (select hand_off_key from shipment s
                where s.shipment_id = o.shipment_id limit 1) s on true
              left join lateral (select correlation_id from hand_off h
                where h.hand_off_key = s.hand_off_key limit 1) h on true
            where o.file_name = ? order by o.order_id
            """)
        .param(file)
        .query(Traced.class)
        .list();
  }

  /** For evidence: each id once, or their number if there are too many. */
  public static Map<String, Object> ids(List<Traced> orders) {
    List<String> ids =
        orders.stream()
            .map(Traced::correlationId)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    return ids.size() > NAMED
        ? Map.of("correlationIdCount", ids.size())
        : Map.of("correlationIds", ids);
  }

  static void taken(@Nullable String correlationId, String partner, String handOff, int shipments) {
    tell(
        correlationId,
        "taken over: partner {} hand-off {} shipments {}",
        partner,
        handOff,
        shipments);
  }

  public static void kept(String file, List<Traced> orders) {
    orders.forEach(
        order ->
            tell(
                order.correlationId(),
                "order kept: order {} shipment {} file {}",
                order.orderId(),
                order.shipmentId(),
                file));
  }

  /** One line for each hand-off. The line of the kept file has told its orders already. */
  public static void sent(String file, List<Traced> orders) {
    Map<String, Long> counts =
        orders.stream()
            .collect(
                Collectors.groupingBy(
                    order -> Objects.requireNonNullElse(order.correlationId(), ""),
                    LinkedHashMap::new,
                    Collectors.counting()));
    counts.forEach((id, count) -> tell(id, "orders sent: file {} orders {}", file, count));
  }

  public static void answered(
      @Nullable String correlationId, String order, String shipment, String result, String file) {
    tell(
        correlationId,
        "order answered: order {} shipment {} result {} file {}",
        order,
        shipment,
        result,
        file);
  }

  public static void resolved(
      @Nullable String correlationId, String shipment, ShipmentState state) {
    tell(correlationId, "held shipment answered: shipment {} state {}", shipment, state);
  }

  private static void tell(@Nullable String correlationId, String what, Object... ids) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              line(correlationId, what, ids);
            }
          });
    } else {
      line(correlationId, what, ids);
    }
  }

  private static void line(@Nullable String correlationId, String what, Object... ids) {
    String before = MDC.get(KEY);
    MDC.put(KEY, Objects.requireNonNullElse(correlationId, ""));
    try {
      LOG.info(what, ids);
    } finally {
      if (before == null) {
        MDC.remove(KEY);
      } else {
        MDC.put(KEY, before);
      }
    }
  }
}
