package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event of a shipment's timeline. */
public record TimelineEvent(
    String eventId,
    @Nullable String state,
    String source,
    String rawCode,
    @Nullable String rawText,
    @Nullable String location,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable String correctedBy) {}
