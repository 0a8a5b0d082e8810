package vn.kt1.gateway.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;

/** Reads a time as it is written in a hand-off. */
final class Times {

  private static final Instant BEYOND_ALL_SENSE = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * ISO 8601 as programs write it: a blank instead of the T, an offset with or without colon and
   * minutes, any number of digits below the second.
   */
  private static final Pattern WITH_OFFSET =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt]|"
              + " )([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9})[0-9]*)?)?"
              + " ?([Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)");

  private static final Pattern HALF_DAY =
      Pattern.compile("(?iU)(.*[0-9]) ?(SA|sáng|CH|chiều|[AP]\\.? ?M\\.?)");

  private Times() {}

  /** The time; null when it is unreadable, does not exist, or is outside the plausible range. */
  static @Nullable Instant read(String text, Conventions how) {
    Instant time = withOffset(text);
    String halved = time == null && !how.times().isEmpty() ? halfDay(text) : text;
    for (int i = 0; time == null && i < how.times().size(); i++) {
      time = local(halved, how.times().get(i).formatter(), how);
    }
    boolean sensible =
        time != null && time.isAfter(Instant.EPOCH) && time.isBefore(BEYOND_ALL_SENSE);
    return sensible ? time.truncatedTo(ChronoUnit.MICROS) : null;
  }

  private static @Nullable Instant withOffset(String text) {
    Matcher iso = WITH_OFFSET.matcher(text);
    if (!iso.matches()) {
      return null;
    }
    try {
      int second = iso.group(6) == null ? 0 : number(iso, 6);
      return LocalDateTime.of(
              number(iso, 1),
              number(iso, 2),
              number(iso, 3),
              number(iso, 4),
              number(iso, 5),
              second,
              nanos(iso.group(7)))
          .toInstant(offset(iso.group(8)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher iso, int group) {
    return Integer.parseInt(iso.group(group));
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(String written) {
    return Character.isLetter(written.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(written);
  }

  /** Reads by the partner's pattern: {@code SA} and {@code CH} are AM and PM. */
  private static String halfDay(String text) {
    Matcher half = HALF_DAY.matcher(text);
    if (!half.matches()) {
      return text;
    }
    boolean morning = half.group(2).toUpperCase(Locale.ROOT).matches("[SA].*");
    return half.group(1) + (morning ? " AM" : " PM");
  }

  /** A date without an hour counts from midnight. */
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
