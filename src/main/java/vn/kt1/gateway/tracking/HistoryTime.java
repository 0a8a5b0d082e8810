package vn.kt1.gateway.tracking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.WrittenTime;

/** Date and time as the API writes them, in one field or in two, at +07 where no zone is told. */
final class HistoryTime {

  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

  private HistoryTime() {}

  /** Nothing where a time cannot be told: a day without an hour is none. */
  static Optional<Instant> of(@Nullable String date, @Nullable String hour) {
    return read(date, hour)
        .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(NEVER))
        .map(time -> time.truncatedTo(ChronoUnit.MICROS));
  }

  private static Optional<Instant> read(@Nullable String date, @Nullable String hour) {
    if (hour != null && (date == null || hour.length() > 16)) {
      return WrittenTime.of(hour); // a field named for the hour that holds it all
    }
    if (date == null) {
      return Optional.empty();
    }
    return WrittenTime.of(hour == null ? date : date.split("[ T]")[0] + "T" + hour);
  }
}
