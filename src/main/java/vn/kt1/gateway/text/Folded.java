package vn.kt1.gateway.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes spellings comparable. */
public final class Folded {

  /**
   * A border between two words: a sign or blank, a capital in camel case, a digit beside a letter.
   */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  private Folded() {}

  /** Case, marks and blanks ignored; Đ (U+0110) and Ð (U+00D0) are D. */
  public static String word(String text) {
    if (ascii(text)) {
      return upper(text);
    }
    return upper(
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("[\\p{M}\\s\\p{Z}\\p{Cf}]", ""));
  }

  /** Whether there is no mark, no blank and nothing else to ignore. */
  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Folds a field name: ignores everything but letters and digits too. */
  public static String name(String text) {
    return word(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The words a name is made of, folded: {@code SoKyHieuVB} is SO, KY, HIEU, VB. */
  public static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf}]", "");
    return Arrays.stream(BETWEEN_WORDS.split(plain))
        .filter(word -> !word.isEmpty())
        .map(Folded::upper)
        .toList();
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT).replace('\u0110', 'D').replace('\u00D0', 'D');
  }
}
