package vn.kt1.gateway.intake.format;

import java.text.Normalizer;
import java.util.Set;

/**
 * Finds the stamps MẬT, TỐI MẬT and TUYỆT MẬT, in capitals and as whole words, in a text that comes
 * in parts. It holds one word at a time and keeps none.
 */
final class SecrecyWords {

  /** In two words each, TỐI MẬT and TUYỆT MẬT are found by their second; these stand glued. */
  private static final Set<String> STAMPS = Set.of("MẬT", "TỐIMẬT", "TUYỆTMẬT");

  /** Longer than any of them, in whatever way its marks are written. */
  private static final int LONGEST = 24;

  private final StringBuilder word = new StringBuilder();
  private boolean tooLong;
  private char high;
  private boolean found;

  void next(CharSequence part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (Character.isHighSurrogate(c)) {
        high = c;
      } else {
        letter(Character.isLowSurrogate(c) ? Character.toCodePoint(high, c) : c);
      }
    }
  }

  private void letter(int letter) {
    switch (Character.getType(letter)) {
      case Character.FORMAT -> {} // nobody sees it
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          add(letter);
      default -> {
        if (Character.isLetterOrDigit(letter)) {
          add(letter);
        } else {
          endWord();
        }
      }
    }
  }

  private void add(int letter) {
    if (word.length() < LONGEST) {
      word.appendCodePoint(letter);
    } else {
      tooLong = true;
    }
  }

  private void endWord() {
    if (word.length() > 2 && !tooLong) {
      found |= STAMPS.contains(Normalizer.normalize(word, Normalizer.Form.NFKC));
    }
    word.setLength(0);
    tooLong = false;
  }

  /** The text ends here; whether a stamp was in it. */
  boolean end() {
    endWord();
    boolean was = found;
    found = false;
    return was;
  }
}
