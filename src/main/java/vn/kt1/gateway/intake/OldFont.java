package vn.kt1.gateway.intake;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Vietnamese as the fonts before Unicode wrote it: the letters of western Europe stand for others.
 * A word is told when it is no Vietnamese as it stands and becomes one in such a font.
 */
final class OldFont {

  private static final int FIRST = 0xA1;

  /** What the characters from U+00A1 on stand for; a full stop for none. */
  private static final String TCVN3 =
      "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù"
          + ".ủũúụừửữứựỳỷỹýỵ.";

  private static final String VISCII =
      "ắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

  /** But for square and cubic metres. */
  private static final Pattern SIGN = Pattern.compile("[\u00A1-\u00B1\u00B4-\u00BF]");

  /** A sign where a letter belongs, whatever the rest of the word is. */
  private static final Pattern SIGN_BETWEEN_LETTERS =
      Pattern.compile("\\p{L}[\u00A8\u00A9\u00AB\u00AC\u00AE\u00B5-\u00B9\u00BB-\u00BE]\\p{L}");

  private static final List<UnaryOperator<String>> FONTS =
      List.of(
          word -> letters(word, TCVN3),
          VniFont::read,
          word -> SIGN.matcher(word).find() ? letters(word, VISCII) : word);

  private OldFont() {}

  static boolean in(String text) {
    // Loïc and Thaï are French: VNI has more than this one letter in any name.
    boolean french = text.chars().allMatch(letter -> letter < 0x80 || letter == 'ï');
    return !french && Words.any(text, OldFont::is) || SIGN_BETWEEN_LETTERS.matcher(text).find();
  }

  private static boolean is(String word) {
    if (!ofLatin1(word) || Syllable.is(word.replace("\u00AD", ""))) {
      return false;
    }
    return FONTS.stream()
        .map(font -> font.apply(word))
        .anyMatch(read -> !read.equalsIgnoreCase(word) && Syllable.isInAnyCase(read));
  }

  /** Letters of ours and others. A sign by itself is a sign: a dot in the middle, a half. */
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
}
