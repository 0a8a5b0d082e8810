package vn.kt1.gateway.intake;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
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

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\u00A1-\u00BF\u00D7\u00F7]+");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

  /** But for square and cubic metres. */
  private static final Pattern SIGN = Pattern.compile("[\u00A1-\u00B1\u00B4-\u00BF]");

  private static final Pattern SOFT_HYPHEN = Pattern.compile("\u00AD");

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
    if (text.chars().allMatch(letter -> letter < FIRST)) {
      return false;
    }
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      if (is(words.group())) {
        return true;
      }
    }
    return SIGN_BETWEEN_LETTERS.matcher(text).find();
  }

  private static boolean is(String word) {
    boolean latin1 = word.chars().allMatch(letter -> letter <= 0xFF);
    boolean plain = word.chars().allMatch(letter -> letter < FIRST);
    // A sign by itself is a sign: a dot in the middle, a half.
    if (!latin1
        || plain
        || !LETTER.matcher(word).find()
        || Syllable.is(SOFT_HYPHEN.matcher(word).replaceAll(""))) {
      return false;
    }
    return FONTS.stream()
        .map(font -> font.apply(word))
        .anyMatch(read -> !read.equals(word) && Syllable.isInAnyCase(read));
  }

  private static String letters(String word, String font) {
    StringBuilder read = new StringBuilder();
    for (char letter : word.toCharArray()) {
      read.append(letter < FIRST ? letter : font.charAt(letter - FIRST));
    }
    return read.toString();
  }
}
