package vn.kt1.gateway.post;

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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kt1.gateway.directory.Layout.Day;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Times as the post writes them: ISO 8601 and {@code dd/MM/yyyy HH:mm:ss} always, besides what a
 * layout says. Without a zone they are +07:00.
 *
 * @param serials whether a number is a day as spreadsheets count them, from 1899-12-30
 * @param day when something happened of which only the day is told
 */
record PostTime(List<DateTimeFormatter> patterns, boolean serials, Day day) {

  static final PostTime STANDARD = new PostTime(List.of(), false, Day.END);

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);
  private static final long SECONDS = 86_400;
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}(\\.[0-9]{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]+\\.0+");
  private static final Pattern SHORT_OFFSET = Pattern.compile("([+-][0-9]{2})([0-9]{2})$");

  /** A date beyond all sense is a fault of its row: the ledger could not hold it. */
  Instant of(String text) {
    Instant time = read(text);
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(NEVER)) {
      throw new BadRow(Code.BAD_VALUE, "time");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private Instant read(String text) {
    try {
      return own(text).orElseGet(() -> standard(text));
    } catch (DateTimeException e) {
      throw new BadRow(Code.BAD_VALUE, "time");
    }
  }

  private Optional<Instant> own(String text) {
    if (patterns.isEmpty() && !serials) {
      return Optional.empty();
    }
    // Spreadsheets turn the number 20260826 into 20260826.0.
    String written = WHOLE.matcher(text).matches() ? text.substring(0, text.indexOf('.')) : text;
    if (serials && SERIAL.matcher(written).matches()) {
      return Optional.of(serial(Double.parseDouble(written)));
    }
    // A cell formatted as a date comes as the midnight it begins with.
    if (serials && written.endsWith("T00:00:00")) {
      return Optional.of(whole(LocalDate.parse(written.substring(0, written.indexOf('T')))));
    }
    return patterns.stream().flatMap(pattern -> by(pattern, written).stream()).findFirst();
  }

  private Instant serial(double days) {
    LocalDate date = SERIAL_ZERO.plusDays((long) days);
    long seconds = Math.round((days - Math.floor(days)) * SECONDS);
    return seconds == 0 ? whole(date) : date.atStartOfDay().plusSeconds(seconds).toInstant(VIETNAM);
  }

  private Instant whole(LocalDate date) {
    return date.atTime(day == Day.END ? LAST : LocalTime.MIDNIGHT).toInstant(VIETNAM);
  }

  private Optional<Instant> by(DateTimeFormatter pattern, String text) {
    try {
      return Optional.of(
          pattern.parseBest(text, LocalDateTime::from, LocalDate::from) instanceof LocalDateTime at
              ? at.toInstant(VIETNAM)
              : whole(LocalDate.parse(text, pattern)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant standard(String text) {
    if (text.indexOf('/') == 2) {
      return LocalDateTime.parse(text, DAY_FIRST).toInstant(VIETNAM);
    }
    String iso = longOffset(text.replace(' ', 'T'));
    return zoned(iso)
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(VIETNAM);
  }

  /** {@code +0700} as {@code +07:00}. */
  private static String longOffset(String iso) {
    int sign = iso.length() - 5;
    return sign > 10 && (iso.charAt(sign) == '+' || iso.charAt(sign) == '-')
        ? SHORT_OFFSET.matcher(iso).replaceFirst("$1:$2")
        : iso;
  }

  /** The sign of an offset stands six places before the end. */
  private static boolean zoned(String iso) {
    int sign = iso.length() - 6;
    return iso.endsWith("Z") || (sign > 10 && (iso.charAt(sign) == '+' || iso.charAt(sign) == '-'));
  }
}
