package vn.kt1.gateway.text;

import java.util.BitSet;

/**
 * What a text is written with, found in one pass. Who looks for a pattern asks here first: where a
 * sign that the pattern needs is absent, the slow regular expression is not needed.
 */
public final class Signs {

  /** The Vietnamese letters beyond ASCII below U+1EA0; from there on all are Vietnamese. */
  private static final String LETTERS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư";

  private static final BitSet VIETNAMESE = new BitSet();

  static {
    LETTERS.chars().forEach(VIETNAMESE::set);
    VIETNAMESE.set(0x1EA0, 0x1EFA);
  }

  private boolean plain;

  /** The ASCII signs of the text: those below 64, and those from 64 on. */
  private long low;

  private long high;

  private int longestRun;
  private int longestNumber;
  private int gaps;

  private Signs() {}

  public static Signs of(String text) {
    Signs signs = new Signs();
    signs.plain = !text.isEmpty() && text.charAt(text.length() - 1) != ' ';
    int run = 0;
    int number = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      signs.plain &= sign == ' ' ? before != ' ' : plain(sign);
      signs.note(sign);
      run = encoding(sign) ? run + 1 : 0;
      number = sign >= '0' && sign <= '9' ? number + 1 : 0;
      signs.longestRun = Math.max(signs.longestRun, run);
      signs.longestNumber = Math.max(signs.longestNumber, number);
      signs.gaps += sign == ' ' || sign == ':' ? 1 : 0;
      before = sign;
    }
    return signs;
  }

  private void note(char sign) {
    if (sign < 64) {
      low |= 1L << sign;
    } else if (sign < 128) {
      high |= 1L << (sign - 64);
    }
  }

  private static boolean plain(char sign) {
    return sign < 0x80 ? sign > ' ' && sign < 0x7F : VIETNAMESE.get(sign);
  }

  private static boolean encoding(char sign) {
    return latin(sign)
        || sign >= '0' && sign <= '9'
        || sign == '+'
        || sign == '/'
        || sign == '_'
        || sign == '-';
  }

  private static boolean latin(char sign) {
    return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
  }

  /** Whether it is a letter of a plain text. */
  public static boolean letter(char sign) {
    return sign < 0x80 ? latin(sign) : VIETNAMESE.get(sign);
  }

  /**
   * Whether the text has only printable ASCII and composed Vietnamese letters, and its words are
   * parted by one blank. Such a text is not changed by any normal form that is composed again.
   */
  public boolean plain() {
    return plain;
  }

  /** The same for a text of which nothing else is asked. */
  public static boolean plain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == ' ' ? before == ' ' : !plain(sign)) {
        return false;
      }
      before = sign;
    }
    return before != ' ';
  }

  /** Whether the text has that ASCII sign. */
  public boolean has(char sign) {
    return sign < 64 ? (low >>> sign & 1) != 0 : (high >>> (sign - 64) & 1) != 0;
  }

  /** How many of these ASCII signs the text has, each counted once. */
  public int kinds(String signs) {
    int kinds = 0;
    for (int i = 0; i < signs.length(); i++) {
      kinds += has(signs.charAt(i)) ? 1 : 0;
    }
    return kinds;
  }

  public boolean hasDigits() {
    return longestNumber > 0;
  }

  /** The most signs without a break that bytes can be encoded with, as in Base64 for URLs. */
  public int longestRun() {
    return longestRun;
  }

  public int longestNumber() {
    return longestNumber;
  }

  /** The number of blanks and colons, which part groups of digits. */
  public int gaps() {
    return gaps;
  }
}
