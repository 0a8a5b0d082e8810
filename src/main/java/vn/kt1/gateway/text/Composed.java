package vn.kt1.gateway.text;

import java.text.Normalizer;

/**
 * Text in one of Unicode's normal forms. Sorting the marks on a letter costs the square of their
 * number, so no more of them are sorted than any script in use has.
 */
public final class Composed {

  private static final int MOST_MARKS = 8;

  /** Whatever lies below stays as it is. */
  private static final char FIRST_MARK = '\u0300';

  private Composed() {}

  /** Whether a letter carries more marks than any real one; a language refuses such a text. */
  public static boolean overloaded(CharSequence text) {
    int marks = 0;
    for (int i = 0; i < text.length() && marks <= MOST_MARKS; i++) {
      marks = text.charAt(i) >= FIRST_MARK && mark(letter(text, i)) ? marks + 1 : 0;
    }
    return marks > MOST_MARKS;
  }

  /** In NFC; marks beyond the first few on a letter are dropped. */
  public static String nfc(String text) {
    return plain(text) ? text : Normalizer.normalize(light(text), Normalizer.Form.NFC);
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_MARK) {
        return false;
      }
    }
    return true;
  }

  private static String light(String text) {
    if (!overloaded(text)) {
      return text;
    }
    StringBuilder light = new StringBuilder(text.length());
    int marks = 0;
    for (int letter : text.codePoints().toArray()) {
      marks = mark(letter) ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        light.appendCodePoint(letter);
      }
    }
    return light.toString();
  }

  /** Half of a pair counts as the whole. */
  private static int letter(CharSequence text, int at) {
    int from = at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    return Character.codePointAt(text, from);
  }

  private static boolean mark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
