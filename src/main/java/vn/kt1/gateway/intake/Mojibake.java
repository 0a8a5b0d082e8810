package vn.kt1.gateway.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vietnamese UTF-8 that was once read as windows-1252. Refused, never repaired: a guess may lie.
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

  private Mojibake() {}

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
