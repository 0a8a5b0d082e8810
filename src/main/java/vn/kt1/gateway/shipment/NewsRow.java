package vn.kt1.gateway.shipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change on a shipment as its sender is told: no field tells the degree. */
public record NewsRow(
    String handOffId,
    String envelopeId,
    String shipmentId,
    Decision.Outcome decision,
    ShipmentState state,
    @Nullable String itemCode,
    Instant occurredAt) {}
