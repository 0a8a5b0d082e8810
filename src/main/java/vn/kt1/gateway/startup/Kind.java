package vn.kt1.gateway.startup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionException;
import org.springframework.util.unit.DataSize;

/** What may be written for a value of a type, in an administrator's words. */
public final class Kind {

  static final String UNREADABLE = " cannot be read";

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          Duration.class, "a time such as 500ms, 30s, 5m, 1h or 1d",
          Period.class, "years such as 5y",
          DataSize.class, "a size such as 16KB or 4MB",
          Boolean.class, "true or false",
          Path.class, "the path of a file");

  /** Camel reads a time in any other unit as none, and would look without a pause. */
  private static final Pattern TIME = Pattern.compile("[+-]?\\d+(ms|[smhd])?|P.*");

  private Kind() {}

  /** As Boot reads it. */
  static boolean reads(Class<?> type, String text) {
    if (type == Duration.class && !TIME.matcher(text).matches()) {
      return false;
    }
    try {
      return type == Path.class
          || ApplicationConversionService.getSharedInstance().convert(text, type) != null;
    } catch (ConversionException e) {
      return false;
    }
  }

  static String of(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    boolean number = Number.class.isAssignableFrom(type);
    return WORDS.getOrDefault(type, number ? "a whole number" : "a value");
  }

  /** Our own sentence, where a settings record has one; a library's may hold the value. */
  static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      StackTraceElement[] trace = cause.getStackTrace();
      boolean ours = trace.length > 0 && trace[0].getClassName().startsWith("vn.kt1.");
      if (ours && cause.getMessage() != null) {
        return cause.getMessage();
      }
    }
    return "see docs/operations.md, section 4";
  }

  static String dashed(String path) {
    return path.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
