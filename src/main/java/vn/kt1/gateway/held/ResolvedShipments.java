package vn.kt1.gateway.held;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.ShipmentState;

/** Writes the effect of an answer to a held shipment: the row, its events, and the order owed. */
@Component
class ResolvedShipments {

  private final JdbcClient jdbc;
  private final Outbox outbox;

  ResolvedShipments(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** Returns the new state of the shipment. */
  ShipmentState write(HeldRow row, Deliberation.Applied applied, Instant now) {
    Timestamp at = Timestamp.from(now);
    Decision decision = applied.decision();
    ShipmentState state = state(decision.outcome());
    update(row, applied, state, at);
    // SECURITY: the person is named in evidence only, because the receiving unit reads the timeline
    // too.
    tell(row.shipmentId(), "person", "RESOLVED", null, at);
    if (state != ShipmentState.HELD) {
      tell(row.shipmentId(), "gateway", state.name(), state, at);
    }
    if (decision.network() == Network.KT1) {
      outbox.put(
          Orders.TOPIC,
          row.shipmentId(),
          row.province(),
          applied.held().envelope().urgency().hurries());
    }
    return state;
  }

  private static ShipmentState state(Outcome outcome) {
    return switch (outcome) {
      case ROUTED -> ShipmentState.REGISTERED;
      case HELD -> ShipmentState.HELD;
      case REFUSED -> ShipmentState.REFUSED;
    };
  }

  private void update(
      HeldRow row, Deliberation.Applied applied, ShipmentState state, Timestamp at) {
    Envelope envelope = applied.held().envelope();
    Recipient recipient = envelope.recipient();
    Decision decision = applied.decision();
    jdbc.sql(
            """
            update shipment set secrecy = ?, entered_in_register = ?, recipient_code = ?,
              recipient_name = ?, recipient_address = ?, addressee = ?, chosen_network = ?,
              outcome = ?, network = ?, service = ?, reasons = ?::jsonb, warnings = ?::jsonb,
              ruling = ?, state = ?, state_since = case when ? then state_since else ? end
            where shipment_id = ?
            """)
        .param(envelope.secrecy().name())
        .param(envelope.enteredInRegister())
        .params(recipient.code(), recipient.name(), recipient.address(), recipient.addressee())
        .param(ResolutionBook.name(applied.held().chosen()))
        .param(decision.outcome().name())
        .param(ResolutionBook.name(decision.network()))
        .param(ResolutionBook.service(decision))
        .params(RowJson.write(decision.reasons()), RowJson.write(decision.warnings()))
        .param(ResolutionBook.ruling(decision))
        .params(state.name(), state == ShipmentState.HELD, at, row.shipmentId())
        .update();
  }

  /** Two answers at the same moment are one event. */
  private void tell(
      String shipmentId, String source, String code, @Nullable ShipmentState state, Timestamp at) {
    jdbc.sql(
            """
            insert into event (event_id, shipment_id, source, raw_code, meaning, state,
              occurred_at, recorded_at)
            select event_id(n.shipment_id, n.source, null, n.code, n.at, null), n.shipment_id, n.source,
              n.code, n.code, ?, n.at, n.at
            from (values (?, ?, ?, ?::timestamptz)) n (shipment_id, source, code, at)
            on conflict do nothing
            """)
        .param(ResolutionBook.name(state))
        .params(shipmentId, source, code, at)
        .update();
  }
}
