package vn.kt1.gateway.shipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the post's own list of a month; weight in grams. */
public record MonthRow(
    int row,
    ItemCode itemCode,
    @Nullable String shipmentId,
    @Nullable Instant acceptedAt,
    @Nullable Instant deliveredAt,
    @Nullable Integer weightGrams) {}
