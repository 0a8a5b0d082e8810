package vn.kt1.gateway.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times and ages as administrators see them: at +07:00, in seconds. */
final class Ages {

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private Ages() {}

  static @Nullable String show(@Nullable Instant at) {
    return at == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.truncatedTo(ChronoUnit.SECONDS).atOffset(VIETNAM));
  }

  /** Never below zero: clocks of two machines may differ. */
  static @Nullable Long seconds(@Nullable Instant since, Instant now) {
    return since == null ? null : Math.max(0, now.getEpochSecond() - since.getEpochSecond());
  }
}
