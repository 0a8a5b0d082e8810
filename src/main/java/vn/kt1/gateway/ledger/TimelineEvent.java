package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** One event of a shipment's timeline. */
@NamedInterface("shipments")
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
