package vn.kt1.gateway.directory.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.directory.MailAddress;

/**
 * What a single value of a YAML file may be: how its text is read, and what is told of a text that
 * is none. The reader throws {@link IllegalArgumentException} or {@link DateTimeException}.
 *
 * @param printed it may stand on a page or in a mail as it was written
 */
record YamlKind(Function<Scalar, Object> reader, String wrong, String write, boolean printed) {

  private static final Map<Class<?>, YamlKind> KINDS =
      Map.of(
          Layout.Day.class, of(Layout.Day::valueOf, "is none of its values", "START or END"),
          Scalar.class, new YamlKind(text -> text, "", "", false),
          String.class, new YamlKind(Scalar::text, "", "", true),
          boolean.class, of(YamlKind::flag, "is none of its values", "a value: true or false"),
          int.class, of(Integer::valueOf, "is not a valid number", "a whole number"),
          LocalDate.class, of(LocalDate::parse, "is no day", "a day such as 2025-11-01"),
          MonthDay.class, of(YamlKind::day, "cannot be read", "\"12-15\" (month-day)"),
          LocalTime.class, of(LocalTime::parse, "cannot be read", "\"07:00\""),
          Pattern.class,
              of(Pattern::compile, "is no regular expression", "such as Ngay_[0-9]{8}\\.xlsx"),
          MailAddress.class,
              of(
                  MailAddress::new,
                  "is not a plain mail address",
                  "a value such as name@office.example"));

  private static YamlKind of(Function<String, Object> reader, String wrong, String write) {
    return new YamlKind(text -> reader.apply(text.text()), wrong, write, false);
  }

  /** Null where a value of that type is a list or a block. */
  static @Nullable YamlKind of(Class<?> type) {
    return KINDS.get(type);
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** 29 February is no day of every year. */
  private static MonthDay day(String text) {
    MonthDay day = MonthDay.parse("--" + text);
    if (!day.isValidYear(2025)) {
      throw new DateTimeException("not a day of every year");
    }
    return day;
  }
}
