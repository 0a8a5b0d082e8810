package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.UUID;

/** What the post is asked to cancel, under the lease of whoever is asking. */
public record Cancellation(
    UUID lease, String orderId, String shipmentId, Instant askedAt, int attempts) {}
