package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.ShipmentState;

/** Cancels shipments: at once as long as no order file holds them, then by asking the post. */
@Component
public class Cancellations {

  /** Where the shipment stands now; {@code asked} when the post has yet to answer. */
  public record Cancelled(String shipmentId, ShipmentState state, boolean asked) {}

  private final JdbcClient jdbc;
  private final Shipments shipments;
  private final Outbox outbox;
  private final Evidence evidence;
  private final Clock clock;

  Cancellations(
      JdbcClient jdbc, Shipments shipments, Outbox outbox, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.shipments = shipments;
    this.outbox = outbox;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Twice is once. Nothing comes back when the caller may not see the shipment.
   *
   * @throws Rejected {@code forbidden} when the caller may see but not cancel it, {@code
   *     already-accepted} when the post has it, or it has come to another end
   */
  @Transactional
  public Optional<Cancelled> cancel(Caller caller, String shipmentId) {
    return shipments
        .one(caller, shipmentId)
        .map(
            shipment -> {
              // SECURITY: whom it is on its way to may see it, and not call it back.
              if (!caller.mayCancel(shipment.senderCode())) {
                throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
              }
              return decide(caller, shipmentId);
            });
  }

  private Cancelled decide(Caller caller, String shipmentId) {
    ShipmentState state = lock(shipmentId);
    if (state == ShipmentState.CANCELLED) {
      return new Cancelled(shipmentId, state, false);
    }
    if (!state.own()) {
      throw new Rejected(tooLate(state));
    }
    // Waits for whoever is keeping it in a file just now; from here on nobody can.
    boolean takenBack = outbox.withdraw(Orders.TOPIC, shipmentId);
    if (takenBack || !inAFile(shipmentId)) {
      end(shipmentId);
      note(caller, "cancelled", shipmentId, state);
      return new Cancelled(shipmentId, ShipmentState.CANCELLED, false);
    }
    if (askFirst(shipmentId)) {
      note(caller, "cancellation-asked", shipmentId, state);
    }
    return new Cancelled(shipmentId, state, true);
  }

  /**
   * Nobody moves the shipment meanwhile. No stronger lock: an order being kept refers to the row,
   * while this waits for that order.
   */
  private ShipmentState lock(String shipmentId) {
    return jdbc.sql("select state from shipment where shipment_id = ? for no key update")
        .param(shipmentId)
        .query(ShipmentState.class)
        .single();
  }

  private static Fault tooLate(ShipmentState state) {
    return state.end()
        ? Fault.of(
            Code.ALREADY_ACCEPTED, "", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        : Fault.of(Code.ALREADY_ACCEPTED, "");
  }

  private boolean inAFile(String shipmentId) {
    return jdbc.sql("select exists (select from post_order where shipment_id = ?)")
        .param(shipmentId)
        .query(Boolean.class)
        .single();
  }

  private void end(String shipmentId) {
    Timestamp now = Timestamp.from(clock.instant());
    tell(shipmentId, "CANCELLED", ShipmentState.CANCELLED, now);
    jdbc.sql("update shipment set state = 'CANCELLED', state_since = ? where shipment_id = ?")
        .params(now, shipmentId)
        .update();
  }

  private boolean askFirst(String shipmentId) {
    Timestamp now = Timestamp.from(clock.instant());
    int first =
        jdbc.sql(
                """
                insert into cancellation (shipment_id, asked_at) values (?, ?)
                on conflict do nothing
                """)
            .params(shipmentId, now)
            .update();
    if (first == 1) {
      tell(shipmentId, "CANCELLATION_ASKED", null, now);
    }
    return first == 1;
  }

  /** SECURITY: who it was stands in evidence; a timeline is read by the receiving unit too. */
  private void tell(String shipmentId, String code, @Nullable ShipmentState state, Timestamp at) {
    jdbc.sql(
            """
            insert into event (event_id, shipment_id, source, raw_code, meaning, state,
              occurred_at, recorded_at)
            select event_id(n.shipment_id, 'person', null, n.code, n.at, null), n.shipment_id, 'person',
              n.code, n.code, ?, n.at, n.at
            from (values (?, ?, ?::timestamptz)) n (shipment_id, code, at)
            """)
        .param(state == null ? null : state.name())
        .params(shipmentId, code, at)
        .update();
  }

  private void note(Caller caller, String act, String shipmentId, ShipmentState from) {
    evidence.record(
        caller.name(), act, shipmentId, Map.of("role", caller.role().name(), "from", from.name()));
  }
}
