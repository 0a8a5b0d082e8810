package vn.kt1.gateway.logbook;

import java.util.function.IntPredicate;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Makes {@code ?} of what JSON leaves as it is and some reader takes for the end of a line, or for
 * an order to write from right to left. What JSON escapes (CR, LF, ESC …) stays, escaped.
 *
 * @param <T> the kind of log event
 */
public final class OneLine<T> implements StructuredLoggingJsonMembersCustomizer<T> {

  private static final IntPredicate ODD =
      letter ->
          switch (Character.getType(letter)) {
            case Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.FORMAT,
                Character.SURROGATE ->
                true;
            default -> false;
          };

  @Override
  public void customize(Members<T> members) {
    members.applyingValueProcessor(ValueProcessor.of(String.class, OneLine::of));
  }

  static String of(String text) {
    return ascii(text) ? text : visible(text, ODD);
  }

  /** A quick check: most texts hold nothing that may be odd. */
  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** With {@code ?} for each letter that is not to be seen. */
  static String visible(String text, IntPredicate hidden) {
    if (text.codePoints().noneMatch(hidden)) {
      return text;
    }
    return text.codePoints()
        .map(letter -> hidden.test(letter) ? '?' : letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
