package vn.kt1.gateway.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns a text into what the eye reads: letters of other scripts that look Latin become Latin,
 * invisible characters are removed.
 */
public final class Lookalikes {

  /** Look-alikes from Cyrillic and Greek, and damaged Vietnamese letters. */
  private static final String OTHERS =
      "\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0422\u0423\u0425\u0405"
          + "\u0430\u0432\u0441\u0435\u043D\u0456\u0458\u043A\u043C\u043E\u0440\u0442\u0443\u0445"
          + "\u0455\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5"
          + "\u03A7\u03BF\u03B1\u00D0\u00F0\u0131";

  private static final String LATIN = "ABCEHIJKMOPTYXSabcehijkmoptyxsABEZHIKMNOPTYXoa\u0110\u0111i";

  /** Rarer capitals of Cyrillic, Coptic, Cherokee and Lisu. */
  private static final String RARER = "ҮӀⲀⲈⲒⲘⲞⲦⲨⲤᎪᎬᎷᎢꓮꓰꓲꓟꓳꓔꓴꓬꓢꓚꓡ";

  private static final String RARER_LATIN = "YIAEIMOTYCAEMTAEIMOTUYSCL";

  private static final Map<Character, Character> READ_AS = new HashMap<>();

  static {
    put(OTHERS, LATIN);
    put(RARER, RARER_LATIN);
  }

  private static void put(String others, String latin) {
    for (int i = 0; i < others.length(); i++) {
      READ_AS.put(others.charAt(i), latin.charAt(i));
    }
  }

  private Lookalikes() {}

  /** The Latin letter; the letter itself if it looks like none. */
  public static char latin(char letter) {
    return letter < 0x80 ? letter : READ_AS.getOrDefault(letter, letter);
  }

  /**
   * The text in NFKC. It must be short: for a hostile text the time grows with the square of its
   * length.
   */
  public static String read(String text) {
    if (Signs.plain(text)) {
      return text;
    }
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder read = new StringBuilder(parts.length());
    for (char sign : parts.toCharArray()) {
      if (Character.getType(sign) != Character.FORMAT) {
        read.append(latin(sign));
      }
    }
    return Normalizer.normalize(read, Normalizer.Form.NFKC);
  }
}
