package vn.kt1.gateway.text;

/**
 * Tells of a plain text whether nearly all its words have the shapes of words, codes and house
 * numbers. It looks at each sign once; a text that it does not know is looked at by {@link
 * Encoded}.
 */
final class UsualWords {

  /** Three odd words, or a long one, may be encoded bytes. */
  private static final int MOST_ODD = 2;

  private static final int LONGEST_ODD = 19;

  /** Two groups of digits and letters may be part of a key. */
  private static final int MOST_MIXED = 1;

  private static final int SHORTEST_GROUP = 4;

  private final String text;
  private int odd;
  private int mixed;

  UsualWords(String text) {
    this.text = text;
  }

  boolean only() {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !inWord(text.charAt(i))) {
        if (i - from > 2) {
          word(from, i);
        }
        from = i + 1;
      }
    }
    return odd <= MOST_ODD && mixed <= MOST_MIXED;
  }

  private static boolean inWord(char sign) {
    return Signs.letter(sign) || digit(sign) || sign == '+' || sign == '=';
  }

  private static boolean digit(char sign) {
    return sign >= '/' && sign <= '9'; // the slash of a house number is beside the digits
  }

  private void word(int from, int to) {
    int capitals = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      if (sign >= 0x80) {
        return; // no encoding has Vietnamese letters
      }
      letters += Signs.letter(sign) ? 1 : 0;
      capitals += sign >= 'A' && sign <= 'Z' ? 1 : 0;
    }
    int length = to - from;
    boolean mixes = letters > 0 && letters < length;
    mixed += mixes && length >= SHORTEST_GROUP ? 1 : 0;
    if (mixes ? !houseNumber(from, to, letters) : !oneCase(from, letters, capitals)) {
      odd += length > LONGEST_ODD ? MOST_ODD + 1 : 1;
    }
  }

  /** Digits and then at most three letters. */
  private boolean houseNumber(int from, int to, int letters) {
    for (int i = from; i < to - letters; i++) {
      if (!digit(text.charAt(i))) {
        return false;
      }
    }
    return letters <= 3;
  }

  private boolean oneCase(int from, int letters, int capitals) {
    boolean first = letters > 0 && Character.isUpperCase(text.charAt(from));
    return capitals == 0 || capitals == letters || capitals == 1 && first;
  }
}
