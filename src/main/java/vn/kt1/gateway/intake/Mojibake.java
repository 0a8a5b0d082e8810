package vn.kt1.gateway.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Vietnamese UTF-8 that was once read as windows-1252. Refused, never repaired: a guess may lie.
 */
final class Mojibake {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Mojibake() {}

  static boolean in(String text) {
    if (text.indexOf('\uFFFD') >= 0) {
      return true;
    }
    if (text.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    try {
      ByteBuffer bytes = asWrongBytes(text);
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The bytes windows-1252 would have made of the text; its five gaps stand for themselves. */
  private static ByteBuffer asWrongBytes(String text) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (char c : text.toCharArray()) {
      if (c <= 0xFF) {
        bytes.put((byte) c);
      } else {
        bytes.put(WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(new char[] {c})));
      }
    }
    return bytes.flip();
  }
}
