package vn.kt1.gateway.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shipment that has arrived. {@code partner} is the owner of the hand-off's id, which may be a
 * unit's clerk.
 */
public record Delivered(
    String partner,
    String handOffId,
    String envelopeId,
    String shipmentId,
    @Nullable String itemCode,
    Instant at) {}
