package vn.kt1.gateway.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time as people and programs of the post write it: ISO 8601 with {@code T} or a blank, or
 * day first ({@code 30/11/2026 8:05}, {@code 30-11-2026 08:05:00 CH}). Without an offset it is
 * +07:00. A time with AM or PM is refused, because its day and month may be swapped.
 */
public final class WrittenTime {

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private static final String DAY =
      "(?:(?<year>[0-9]{4})([-/])(?<month>[0-9]{1,2})\\2(?<day>[0-9]{1,2})"
          + "|(?<dayFirst>[0-9]{1,2})([-/.])(?<thenMonth>[0-9]{1,2})\\6(?<thenYear>[0-9]{4}))";
  private static final String CLOCK =
      "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:[.,](?<part>[0-9]{1,9}))?)?(?:"
          + " ?(?<half>SA|CH))?";
  private static final String OFFSET =
      "(?: ?(?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)(?:\\[[A-Z_/]{1,40}\\])?)?";
  private static final Pattern TIME =
      Pattern.compile(DAY + "(?:T| ?, ?| {1,3})" + CLOCK + OFFSET, Pattern.CASE_INSENSITIVE);
  private static final String ISO = "0000-00-00T00:00:00";
  private static final Pattern ONLY_DAY = Pattern.compile(DAY);

  private WrittenTime() {}

  /** Empty when it is no time, or a time that does not exist. */
  public static Optional<Instant> of(String text) {
    try {
      return isoWithOffset(text) ? Optional.of(iso(text)) : byPattern(text);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Most programs write it so: no pattern is asked. */
  private static boolean isoWithOffset(String text) {
    int end = ISO.length();
    return text.length() > end
        && looksLike(ISO, text.substring(0, end))
        && (text.endsWith("Z") && text.length() == end + 1
            || looksLike("+00:00", text.substring(end)));
  }

  /** A zero stands for any digit. */
  private static boolean looksLike(String form, String text) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(i);
      if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Instant iso(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.of(text.substring(ISO.length())));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Optional<Instant> byPattern(String text) {
    Matcher told = TIME.matcher(text);
    if (!told.matches()) {
      return Optional.empty();
    }
    return Optional.of(date(told).atTime(clock(told)).toInstant(offset(told.group("offset"))));
  }

  /** A date without an hour. */
  public static Optional<LocalDate> day(String text) {
    Matcher told = ONLY_DAY.matcher(text);
    try {
      return told.matches() ? Optional.of(date(told)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate date(Matcher told) {
    return told.group("year") != null
        ? date(told.group("year"), told.group("month"), told.group("day"))
        : date(told.group("thenYear"), told.group("thenMonth"), told.group("dayFirst"));
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static LocalTime clock(Matcher told) {
    String second = told.group("second");
    String part = told.group("part");
    return LocalTime.of(
        hour(Integer.parseInt(told.group("hour")), told.group("half")),
        Integer.parseInt(told.group("minute")),
        second == null ? 0 : Integer.parseInt(second),
        part == null ? 0 : Integer.parseInt((part + "00000000").substring(0, 9)));
  }

  /** SA is before noon, CH after it. */
  private static int hour(int written, @Nullable String half) {
    if (half == null) {
      return written;
    }
    boolean after = half.toUpperCase(Locale.ROOT).equals("CH");
    if (written > 12 && !after) {
      throw new DateTimeException("an hour after noon before it");
    }
    return written > 12 ? written : written % 12 + (after ? 12 : 0);
  }

  private static ZoneOffset offset(@Nullable String written) {
    return written == null ? VIETNAM : ZoneOffset.of(written.toUpperCase(Locale.ROOT));
  }
}
