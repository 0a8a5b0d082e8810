package vn.kt1.gateway.tracking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Date and time as the API writes them, in one field or in two, at +07 where no zone is told. */
final class HistoryTime {

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
  private static final DateTimeFormatter DAY = day("[d/M/uuuu][d-M-uuuu][uuuu-M-d]");
  private static final DateTimeFormatter HOUR = day("H:m[:s[.SSSSSSS][.SSSSSS][.SSS]]");

  private HistoryTime() {}

  private static DateTimeFormatter day(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Nothing where a time cannot be told: a day without an hour is none. */
  static Optional<Instant> of(@Nullable String date, @Nullable String hour) {
    try {
      return sensible(read(date, hour));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant read(@Nullable String date, @Nullable String hour) {
    if (hour != null && (date == null || hour.length() > 16)) {
      return whole(hour); // a field named for the hour that holds it all
    }
    if (date == null) {
      throw new DateTimeException("no time");
    }
    if (hour == null) {
      return whole(date);
    }
    String day = date.split("[ T]")[0];
    return LocalDateTime.of(LocalDate.parse(day, DAY), LocalTime.parse(hour, HOUR))
        .toInstant(VIETNAM);
  }

  private static Instant whole(String text) {
    String iso = text.replace(' ', 'T').replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
    if (iso.matches(".*T.*(?:Z|[+-][0-9]{2}:[0-9]{2})")) {
      return OffsetDateTime.parse(iso).toInstant();
    }
    int gap = iso.indexOf('T');
    if (gap < 0) {
      throw new DateTimeException("no hour");
    }
    LocalTime time = LocalTime.parse(iso.substring(gap + 1), HOUR);
    return LocalDateTime.of(LocalDate.parse(iso.substring(0, gap), DAY), time).toInstant(VIETNAM);
  }

  private static Optional<Instant> sensible(Instant time) {
    boolean sensible = !time.isBefore(Instant.EPOCH) && time.isBefore(NEVER);
    return sensible ? Optional.of(time.truncatedTo(ChronoUnit.MICROS)) : Optional.empty();
  }
}
