package vn.kt1.gateway.intake;

import java.util.regex.Pattern;

/** Question marks where letters were that an encoding did not have. */
final class LostLetters {

  /** Before a letter, twice, or in the place of a syllable's vowel: no name or street asks so. */
  private static final Pattern LOST =
      Pattern.compile(
          "\\?\\p{L}|\\?[^?]*\\?"
              + "|(?<!\\p{L})(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)\\?(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private LostLetters() {}

  static boolean in(String text) {
    return text.indexOf('?') >= 0 && LOST.matcher(text).find();
  }
}
