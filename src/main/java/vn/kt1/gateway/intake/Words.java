package vn.kt1.gateway.intake;

import java.util.function.Predicate;

/** The words of a text: its letters, and the signs that old fonts have in the place of letters. */
final class Words {

  private Words() {}

  static boolean any(String text, Predicate<String> asked) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && letter(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        if (asked.test(text.substring(start, i))) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }

  private static boolean letter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    boolean sign = (c > '\u00A0' && c < '\u00C0') || c == '\u00D7' || c == '\u00F7';
    return sign || Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
