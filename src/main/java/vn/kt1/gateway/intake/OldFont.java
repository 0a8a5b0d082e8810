package vn.kt1.gateway.intake;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Composed;
import vn.kt1.gateway.text.Signs;

/**
 * Finds Vietnamese written in a font from before Unicode, in which western European letters stand
 * for others. A word is reported when it is no Vietnamese as written, but becomes Vietnamese in
 * such a font.
 */
final class OldFont {

  private static final int FIRST = 0xA1;

  /** What the characters from U+00A1 on stand for; a full stop means nothing. */
  private static final String TCVN3 =
      "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù"
          + ".ủũúụừửữứựỳỷỹýỵ.";

  private static final String VISCII =
      "ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

  /**
   * VNI writes a mark as a separate letter after the vowel; two vowels already include their horn.
   */
  private static final String VNI_VOWELS = "aeouyôö";

  private static final String VOWELS = "aeouyơư";
  private static final String VNI_ALONE = "ñæóòî";
  private static final String ALONE = "đỉĩịỵ";

  /** No tone, sắc, huyền, hỏi, ngã, nặng; alone, with a circumflex, with a breve. */
  private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

  private static final String VNI_TONES = "ùøûõï";
  private static final String VNI_ROOFS = "âáàåãä";
  private static final String VNI_CUPS = "êéèúüë";

  /** Except square and cubic metres. */
  private static final Pattern SIGN = Pattern.compile("[\u00A1-\u00B1\u00B4-\u00BF]");

  /** A sign in the place of a letter, whatever the rest of the word is. */
  private static final Pattern SIGN_BETWEEN_LETTERS =
      Pattern.compile("\\p{L}[\u00A8\u00A9\u00AB\u00AC\u00AE\u00B5-\u00B9\u00BB-\u00BE]\\p{L}");

  private static final List<UnaryOperator<String>> FONTS =
      List.of(
          word -> letters(word, TCVN3),
          OldFont::vni,
          word -> SIGN.matcher(word).find() ? letters(word, VISCII) : word);

  private OldFont() {}

  static boolean in(String text) {
    // Loïc and Thaï are French. A VNI name has more than one such letter.
    boolean french = text.chars().allMatch(letter -> letter < 0x80 || letter == 'ï');
    return !french && Syllable.anyWord(text, OldFont::is)
        || !Signs.plain(text) && SIGN_BETWEEN_LETTERS.matcher(text).find();
  }

  private static boolean is(String word) {
    if (!ofLatin1(word) || Syllable.is(word.replace("\u00AD", ""))) {
      return false;
    }
    return FONTS.stream()
        .map(font -> font.apply(word))
        .anyMatch(read -> !read.equalsIgnoreCase(word) && Syllable.isInAnyCase(read));
  }

  /**
   * Characters that count as letters here. A sign that stands alone, such as a middle dot or ½,
   * does not.
   */
  private static boolean ofLatin1(String word) {
    boolean plain = false;
    boolean beyond = false;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (letter > 0xFF) {
        return false;
      }
      plain |= letter < 0x80;
      beyond |= letter >= FIRST;
    }
    return plain && beyond;
  }

  private static String letters(String word, String font) {
    StringBuilder read = new StringBuilder();
    for (char letter : word.toCharArray()) {
      read.append(letter < FIRST ? letter : font.charAt(letter - FIRST));
    }
    return read.toString();
  }

  /** Reads {@code teá} as tế. A letter that no mark can follow stays as it is. */
  private static String vni(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      int vowel = VNI_VOWELS.indexOf(letter);
      int alone = VNI_ALONE.indexOf(letter);
      String mark = vowel < 0 || i + 1 == lower.length() ? "" : mark(letter, lower.charAt(i + 1));
      if (vowel >= 0) {
        read.append(VOWELS.charAt(vowel)).append(mark);
      } else {
        read.append(alone < 0 ? letter : ALONE.charAt(alone));
      }
      i += mark.isEmpty() ? 0 : 1;
    }
    return Composed.nfc(read.toString());
  }

  private static String mark(char vowel, char written) {
    if (VNI_TONES.indexOf(written) >= 0) {
      return tone(VNI_TONES.indexOf(written) + 1);
    }
    if (vowel == 'a' && VNI_CUPS.indexOf(written) >= 0) {
      return "\u0306" + tone(VNI_CUPS.indexOf(written));
    }
    boolean roof = "aeo".indexOf(vowel) >= 0 && VNI_ROOFS.indexOf(written) >= 0;
    return roof ? "\u0302" + tone(VNI_ROOFS.indexOf(written)) : "";
  }

  private static String tone(int number) {
    return number == 0 ? "" : TONES.substring(number - 1, number);
  }
}
