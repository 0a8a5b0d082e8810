package vn.kt1.gateway.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vietnamese that was damaged before it came: UTF-8 once read as windows-1252, letters lost to
 * question marks, letters of the fonts before Unicode. Refused, never repaired: a guess may lie.
 */
final class Mojibake {

  /** The letters windows-1252 has beyond Latin-1, as the bytes it writes for them. */
  private static final Map<Character, Byte> BEYOND_LATIN = new HashMap<>();

  static {
    Charset windows1252 = Charset.forName("windows-1252");
    for (int code = 0x80; code < 0xA0; code++) {
      char letter = new String(new byte[] {(byte) code}, windows1252).charAt(0);
      if (letter != '\uFFFD') {
        BEYOND_LATIN.put(letter, (byte) code);
      }
    }
  }

  /** Between letters, or twice: no name or street asks. */
  private static final Pattern LOST = Pattern.compile("\\p{L}\\?\\p{L}|\\?.*\\?");

  /** Signs for letters in TCVN3; a letter and its mark side by side in VNI. */
  private static final Pattern OLD_FONT =
      Pattern.compile(
          "\\p{L}[\u00A8\u00A9\u00AB-\u00AE\u00B5-\u00B9\u00BB-\u00BE]\\p{L}"
              + "|[AEOUYaeouy][\u00C4\u00C5\u00D8\u00E4\u00E5\u00F8]|[Aa][\u00DB\u00FB]");

  private Mojibake() {}

  /**
   * What else a name or a street has suffered, in the words of our sentences; null when nothing.
   * Other words have lists of spellings, dirty ones among them.
   */
  static @Nullable String damage(String text) {
    if (LOST.matcher(text).find()) {
      return "lost";
    }
    return OLD_FONT.matcher(text).find() ? "old-font" : null;
  }

  static boolean in(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      return true;
    }
    ByteBuffer bytes = text.chars().allMatch(c -> c < 0x80) ? null : asWrongBytes(text);
    if (bytes == null) {
      return false;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The bytes windows-1252 would have made of the text; its five gaps stand for themselves. */
  private static @Nullable ByteBuffer asWrongBytes(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (char c : text.toCharArray()) {
      Byte wrong = c <= 0xFF ? (Byte) (byte) c : BEYOND_LATIN.get(c);
      if (wrong == null) {
        return null;
      }
      bytes.put(wrong);
    }
    return bytes.flip();
  }
}
