package vn.kt1.gateway.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;

/** Reads a time as it is written in a hand-off. */
final class Times {

  private static final Instant BEYOND_ALL_SENSE = Instant.parse("2200-01-01T00:00:00Z");

  private Times() {}

  /** Null when it cannot be read, does not exist, or lies beyond all sense. */
  static @Nullable Instant read(String text, Conventions how) {
    Instant time = withOffset(text);
    for (int i = 0; time == null && i < how.times().size(); i++) {
      time = local(text, how.times().get(i), how);
    }
    boolean sensible =
        time != null && time.isAfter(Instant.EPOCH) && time.isBefore(BEYOND_ALL_SENSE);
    return sensible ? time.truncatedTo(ChronoUnit.MICROS) : null;
  }

  private static @Nullable Instant withOffset(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A date alone begins at midnight. */
  private static @Nullable Instant local(String text, DateTimeFormatter pattern, Conventions how) {
    try {
      TemporalAccessor read = pattern.parse(text);
      LocalTime time = read.query(TemporalQueries.localTime());
      return LocalDateTime.of(LocalDate.from(read), time == null ? LocalTime.MIDNIGHT : time)
          .atZone(how.zone())
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
