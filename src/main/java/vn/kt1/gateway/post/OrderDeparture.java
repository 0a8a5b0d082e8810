package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Departure;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.EventId;
import vn.kt1.gateway.ledger.HandOffLog;
import vn.kt1.gateway.shipment.ShipmentState;

/** The post has an order file: its shipments are ordered. */
@Component
class OrderDeparture implements Departure {

  private final JdbcClient jdbc;
  private final OrderRead read;
  private final HandOffLog log;
  private final Evidence evidence;
  private final Clock clock;

  OrderDeparture(JdbcClient jdbc, OrderRead read, HandOffLog log, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.read = read;
    this.log = log;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Orders.KIND);
  }

  /** An answer to one of its orders proves that the post has the file. */
  @Override
  public Fate before(Parcel parcel) {
    if (parcel.again()) {
      return parcel.content().length == 0 ? Fate.DROP : Fate.CARRY;
    }
    boolean answered =
        jdbc.sql(
                """
                select exists (
                  select from post_order where file_name = ? and answered_at is not null)
                """)
            .param(parcel.name())
            .query(Boolean.class)
            .single();
    return answered ? Fate.ARRIVED : Fate.CARRY;
  }

  /** Its shipments are promised to the post, and nothing else asks for them; a resend is extra. */
  @Override
  public boolean mayBeGivenUp(Parcel parcel) {
    return parcel.again();
  }

  @Override
  public void left(Parcel parcel) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("digest", read.salt(parcel.name()).digest(parcel.sha256()));
    if (parcel.again()) {
      evidence.record("gateway", "order-file-resent", parcel.name(), detail);
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.sql("update order_file set sent_at = ? where name = ?")
        .params(Timestamp.from(now), parcel.name())
        .update();
    List<HandOffLog.Traced> orders = log.ofFile(parcel.name());
    markOrdered(orders.stream().map(HandOffLog.Traced::shipmentId).sorted().toList(), now);
    detail.putAll(HandOffLog.ids(orders));
    evidence.record("gateway", "order-file-sent", parcel.name(), detail);
    HandOffLog.sent(parcel.name(), orders);
  }

  /** An array of ids is looked up by key, whatever the size of the tables. */
  private void markOrdered(List<String> shipments, Instant now) {
    String[] ids = shipments.toArray(String[]::new);
    Timestamp at = Timestamp.from(now);
    jdbc.sql(
            """
            with noted as (
              insert into event (event_id, shipment_id, source, raw_code, meaning, state,
                occurred_at, recorded_at)
              select event_id, shipment_id, 'gateway', 'ORDERED', 'ORDERED', 'ORDERED', ?, ?
              from unnest(?::uuid[], ?) o (event_id, shipment_id) on conflict do nothing)
            update shipment set state = 'ORDERED', state_since = ?
            where shipment_id = any (?) and state = 'REGISTERED'
            """)
        .params(at, at)
        .params(shipments.stream().map(id -> eventId(id, now)).toArray(String[]::new), ids)
        .params(at, ids)
        .update();
  }

  private static String eventId(String shipment, Instant at) {
    return EventId.of(shipment, "gateway", null, ShipmentState.ORDERED.name(), at, null).toString();
  }
}
