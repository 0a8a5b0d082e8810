package vn.kt1.gateway.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/** A new row of {@code shipment}; the components are its columns. */
record ShipmentRow(
    String shipmentId,
    int position,
    String envelopeId,
    @Nullable String recipientCode,
    @Nullable String recipientName,
    @Nullable String recipientAddress,
    @Nullable String addressee,
    Secrecy secrecy,
    Urgency urgency,
    @Nullable Instant deliverAt,
    @Nullable Integer weightGrams,
    int pieces,
    @Nullable Boolean enteredInRegister,
    boolean personalOnly,
    @Nullable Network wish,
    Decision.Outcome outcome,
    @Nullable Network network,
    @Nullable String service,
    List<Reason> reasons,
    List<Warning> warnings,
    @Nullable String ruling,
    ShipmentState state) {

  static ShipmentRow of(
      int position, String shipmentId, Decision decision, Envelope envelope, Recipient recipient) {
    Kt1Service service = decision.service();
    return new ShipmentRow(
        shipmentId,
        position,
        envelope.envelopeId(),
        recipient.code(),
        recipient.name(),
        recipient.address(),
        recipient.addressee(),
        envelope.secrecy(),
        envelope.urgency(),
        envelope.deliverAt(),
        envelope.weightGrams(),
        envelope.pieces(),
        envelope.enteredInRegister(),
        envelope.personalOnly(),
        envelope.wish(),
        decision.outcome(),
        decision.network(),
        service == null ? null : service.name(),
        decision.reasons(),
        decision.warnings(),
        decision.ruling() == null ? null : RulingRow.sha256(decision.ruling()),
        state(decision.outcome()));
  }

  private static ShipmentState state(Decision.Outcome outcome) {
    return switch (outcome) {
      case ROUTED -> ShipmentState.REGISTERED;
      case HELD -> ShipmentState.HELD;
      case REFUSED -> ShipmentState.REFUSED;
    };
  }
}
