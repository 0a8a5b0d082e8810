package vn.kt1.gateway.tracking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.WrittenTime;

/**
 * Reads date and time as the API writes them, in one field or in two, at +07 unless a zone is
 * given.
 */
final class HistoryTime {

  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

  private HistoryTime() {}

  /** Empty when there is no complete time: a day without an hour is not enough. */
  static Optional<Instant> of(@Nullable String date, @Nullable String hour) {
    return read(date, hour)
        .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(NEVER))
        .map(time -> time.truncatedTo(ChronoUnit.MICROS));
  }

  private static Optional<Instant> read(@Nullable String date, @Nullable String hour) {
    if (hour != null && (date == null || hour.length() > 16)) {
      return WrittenTime.of(hour); // the field of the hour may hold date and time
    }
    if (date == null) {
      return Optional.empty();
    }
    return WrittenTime.of(hour == null ? date : date.split("[ T]")[0] + "T" + hour);
  }
}
