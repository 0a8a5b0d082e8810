package vn.kt1.gateway.directory;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.YamlBlock.Scalar;

/** {@code reading.times}: patterns for times without an offset, the first that fits counts. */
final class TimesBlock {

  /** Each of its numbers differs from the others, and no month has such a day. */
  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 21, 34, 56);

  /** A day that a pattern with day and month exchanged would read as well. */
  private static final LocalDateTime EITHER_WAY = LocalDateTime.of(2026, 3, 4, 0, 0);

  private static final String WRITE = "such as dd/MM/yyyy HH:mm";

  private record Pattern(Scalar written, DateTimeFormatter formatter) {}

  private final YamlBlock block;
  private final Set<String> words;
  private final List<Pattern> patterns = new ArrayList<>();

  TimesBlock(YamlBlock block) {
    this(block, Set.of());
  }

  /**
   * @param words that may stand among the patterns and are none
   */
  TimesBlock(YamlBlock block, Set<String> words) {
    this.block = block;
    this.words = words;
  }

  List<TimeForm> read() {
    for (Scalar written : block.texts("times")) {
      if (words.contains(written.text())) {
        continue;
      }
      DateTimeFormatter formatter = formatter(written);
      if (formatter != null && oneMeaning(written, formatter)) {
        patterns.add(new Pattern(written, formatter));
      }
    }
    return patterns.stream()
        .map(pattern -> new TimeForm(pattern.written().text(), pattern.formatter()))
        .toList();
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

  /** A day up to the twelfth read by both would be guessed. */
  private boolean oneMeaning(Scalar written, DateTimeFormatter formatter) {
    for (Pattern other : patterns) {
      if (readsOtherwise(other.formatter(), EITHER_WAY.format(formatter))) {
        refused(written, "reads as another day what " + other.written().text() + " reads", "one");
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
