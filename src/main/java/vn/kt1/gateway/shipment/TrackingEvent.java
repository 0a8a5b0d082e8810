package vn.kt1.gateway.shipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * News of one item. {@code source} is the code system, not the channel it came by: the same news in
 * a file and from the API is one event.
 */
public record TrackingEvent(
    int row,
    String source,
    ItemCode itemCode,
    String rawCode,
    @Nullable String rawText,
    Instant occurredAt,
    @Nullable String location,
    @Nullable String note) {}
