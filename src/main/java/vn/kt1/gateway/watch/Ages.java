package vn.kt1.gateway.watch;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.VietnamTime;

/** Times and ages as administrators see them: at +07:00, in seconds. */
final class Ages {

  private Ages() {}

  static @Nullable String show(@Nullable Instant at) {
    return at == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.truncatedTo(ChronoUnit.SECONDS).atOffset(VietnamTime.OFFSET));
  }

  /** Never below zero, since the clocks of two machines may differ. */
  static @Nullable Long seconds(@Nullable Instant since, Instant now) {
    return since == null ? null : Math.max(0, now.getEpochSecond() - since.getEpochSecond());
  }
}
