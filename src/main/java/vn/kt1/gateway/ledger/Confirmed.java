package vn.kt1.gateway.ledger;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a receiving unit has said of an envelope. */
record Confirmed(
    String result,
    @Nullable String finding,
    OffsetDateTime at,
    @Nullable String note,
    @Nullable String unit,
    OffsetDateTime recordedAt) {}
