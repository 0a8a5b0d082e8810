package vn.kt1.gateway.news;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.ShipmentState;

/** A change on a shipment as its sender is told: no field tells the degree. */
public record NewsRow(
    String handOffId,
    String envelopeId,
    String shipmentId,
    Decision.Outcome decision,
    ShipmentState state,
    @Nullable String itemCode,
    Instant occurredAt) {}
