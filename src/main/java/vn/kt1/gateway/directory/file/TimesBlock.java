package vn.kt1.gateway.directory.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.TimeForm;

/** {@code reading.times}: patterns for times without an offset, the first that fits counts. */
final class TimesBlock {

  /** All its numbers differ, and 22 is no month. */
  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 21, 34, 56);

  /** A day that a pattern with day and month exchanged can read too, as another day. */
  private static final LocalDateTime EITHER_WAY = LocalDateTime.of(2026, 3, 4, 0, 0);

  private static final String WRITE = "such as dd/MM/yyyy HH:mm";

  private final YamlBlock block;
  private final List<TimeForm> forms = new ArrayList<>();

  TimesBlock(YamlBlock block) {
    this.block = block;
  }

  List<TimeForm> read(List<Scalar> times) {
    for (Scalar written : times) {
      DateTimeFormatter formatter = formatter(written);
      if (formatter != null && oneMeaning(written, formatter)) {
        forms.add(new TimeForm(written.text(), formatter));
      }
    }
    return forms;
  }

  private @Nullable DateTimeFormatter formatter(Scalar written) {
    String pattern = withYears(written.text());
    String letters = pattern.replaceAll("'[^']*'", "");
    if (letters.matches("(.*[^u])?u{1,3}([^u].*)?")) {
      return refused(written, "has a year of two digits", WRITE);
    }
    if (letters.matches(".*[VzOXxZ].*")) {
      return refused(written, "has an offset", "no pattern: a time with an offset is ISO 8601");
    }
    try {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .toFormatter(Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT);
      return checked(written, formatter, letters.matches(".*[HhKkmsSaAnN].*"));
    } catch (DateTimeException | IllegalArgumentException e) {
      return refused(written, "is no pattern of a date", WRITE);
    }
  }

  private @Nullable DateTimeFormatter checked(
      Scalar written, DateTimeFormatter formatter, boolean clock) {
    TemporalAccessor read = formatter.parse(SAMPLE.format(formatter));
    LocalTime time = read.query(TemporalQueries.localTime());
    if (!SAMPLE.toLocalDate().equals(read.query(TemporalQueries.localDate()))) {
      return refused(written, "makes no date", WRITE);
    }
    if (clock && (time == null || time.getHour() != SAMPLE.getHour())) {
      return refused(written, "makes no time of day", "HH for hours of 24, or hh with a");
    }
    return formatter;
  }

  /** The year of the calendar is {@code u}: with {@code y} a strict reader asks for an era. */
  private static String withYears(String pattern) {
    String[] parts = pattern.split("'", -1);
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = parts[i].replace('y', 'u');
    }
    return String.join("'", parts);
  }

  /** Where two patterns read one text as two days, the reader would have to guess. */
  private boolean oneMeaning(Scalar written, DateTimeFormatter formatter) {
    for (TimeForm other : forms) {
      if (readsOtherwise(other.formatter(), EITHER_WAY.format(formatter))) {
        refused(written, "reads as another day what " + other.pattern() + " reads", "one");
        return false;
      }
    }
    return true;
  }

  private static boolean readsOtherwise(DateTimeFormatter other, String text) {
    try {
      return !LocalDate.parse(text, other).equals(EITHER_WAY.toLocalDate());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private @Nullable DateTimeFormatter refused(Scalar written, String wrong, String write) {
    block.fault(written.line(), "the pattern " + written.text() + " " + wrong, write);
    return null;
  }
}
