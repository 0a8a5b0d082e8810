package vn.kt1.gateway.text;

import java.text.Normalizer;

/**
 * Brings text into a normal form of Unicode. Sorting the marks on a letter takes time by the square
 * of their number, so only as many are sorted as any script in use has.
 */
public final class Composed {

  private static final int MOST_MARKS = 8;

  /** Characters below this need no change. */
  private static final char FIRST_MARK = '\u0300';

  private Composed() {}

  /** Whether a letter has more marks than any real one; such a text is refused. */
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

  /** Half of a surrogate pair counts as the whole. */
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
