package vn.kt1.gateway.post.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Layout.Day;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.text.WrittenTime;

/**
 * Times in files of the post: as {@link WrittenTime} always, besides what a layout says. Without a
 * zone they are +07:00.
 *
 * @param serials whether a number is a day as spreadsheets count them, from 1899-12-30
 * @param day when something happened of which only the day is told
 */
record PostTime(List<DateTimeFormatter> patterns, boolean serials, Day day) {

  static final PostTime STANDARD = new PostTime(List.of(), false, Day.END);

  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalTime LAST = LocalTime.of(23, 59, 59);
  private static final long SECONDS = 86_400;
  private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}(\\.[0-9]{1,15})?");
  private static final Pattern PART_OF_DAY = Pattern.compile("0\\.[0-9]{1,17}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]+\\.0+");
  private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0:00(:00)?$");

  /** A date beyond all sense is a fault of its row: the ledger could not hold it. */
  Instant of(String text) {
    return sensible(own(text).or(() -> WrittenTime.of(text)));
  }

  /**
   * @param hour of the day, where it stands in a cell of its own
   */
  Instant of(String text, @Nullable String hour) {
    return hour == null
        ? of(text)
        : sensible(date(text).flatMap(date -> WrittenTime.of(date + "T" + clock(hour))));
  }

  private Instant sensible(Optional<Instant> read) {
    return read.filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(NEVER))
        .map(time -> time.truncatedTo(ChronoUnit.MICROS))
        .orElseThrow(
            () -> new BadCell(Code.BAD_VALUE, asTheContractSays() ? "when" : "when-layout"));
  }

  /** A layout that names no way of its own leaves no other advice than the contract's. */
  private boolean asTheContractSays() {
    return patterns.isEmpty() && !serials;
  }

  /** Of a time that goes with an hour of its own only the day counts. */
  private Optional<LocalDate> date(String text) {
    String day = MIDNIGHT.matcher(unspoiled(text)).replaceFirst("");
    return WrittenTime.day(day)
        .or(() -> own(day).map(at -> at.atOffset(VietnamTime.OFFSET).toLocalDate()));
  }

  /** A spreadsheet keeps an hour as part of a day, or as a time of its first day. */
  private static String clock(String hour) {
    if (PART_OF_DAY.matcher(hour).matches()) {
      return LocalTime.ofSecondOfDay(Math.round(Double.parseDouble(hour) * SECONDS) % SECONDS)
          .format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
    return hour.substring(hour.indexOf('T') + 1);
  }

  private Optional<Instant> own(String text) {
    if (asTheContractSays()) {
      return Optional.empty();
    }
    String written = unspoiled(text);
    if (serials && SERIAL.matcher(written).matches()) {
      return Optional.of(serial(Double.parseDouble(written)));
    }
    // A cell formatted as a date comes as the midnight it begins with.
    if (serials && written.endsWith("T00:00:00")) {
      return WrittenTime.day(written.substring(0, written.indexOf('T'))).map(this::whole);
    }
    return patterns.stream().flatMap(pattern -> by(pattern, written).stream()).findFirst();
  }

  /** Spreadsheets turn the number 20260826 into 20260826.0. */
  private static String unspoiled(String text) {
    return WHOLE.matcher(text).matches() ? text.substring(0, text.indexOf('.')) : text;
  }

  private Instant serial(double days) {
    LocalDate date = SERIAL_ZERO.plusDays((long) days);
    long seconds = Math.round((days - Math.floor(days)) * SECONDS);
    return seconds == 0
        ? whole(date)
        : date.atStartOfDay().plusSeconds(seconds).toInstant(VietnamTime.OFFSET);
  }

  private Instant whole(LocalDate date) {
    return date.atTime(day == Day.END ? LAST : LocalTime.MIDNIGHT).toInstant(VietnamTime.OFFSET);
  }

  private Optional<Instant> by(DateTimeFormatter pattern, String text) {
    try {
      return Optional.of(
          pattern.parseBest(text, LocalDateTime::from, LocalDate::from) instanceof LocalDateTime at
              ? at.toInstant(VietnamTime.OFFSET)
              : whole(LocalDate.parse(text, pattern)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
