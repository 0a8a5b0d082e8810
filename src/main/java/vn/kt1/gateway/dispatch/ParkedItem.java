package vn.kt1.gateway.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parked piece of work as an administrator sees it. */
public record ParkedItem(
    String id,
    String route,
    String reference,
    @Nullable String shipmentId,
    Instant since,
    int attempts,
    String cause,
    String nextStep) {}
