package vn.kt1.gateway.post.format;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text of the post, whatever bytes it holds: UTF-8, or UTF-16 where a mark says so,
 * with {@link #NO_LETTER} in the place of bytes that are no letter. One of them spoils its cell and
 * no more.
 */
final class TextLines {

  static final char NO_LETTER = '\ufffd';

  /** SECURITY: what is longer is no line of a table, and its rest is dropped unread. */
  static final int LONGEST = 50_000;

  private static final char MARK = '\ufeff';

  private final String text;
  private int at;

  TextLines(String text) {
    this.text = text;
    this.at = text.indexOf(MARK) == 0 ? 1 : 0;
  }

  static String decoded(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    boolean utf16 = first == 0xfffe || first == 0xfeff;
    return new String(bytes, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  /** The next line, or null after the last; one too long has {@link #LONGEST} signs. */
  @Nullable String next() {
    if (at == text.length()) {
      return null;
    }
    int start = at;
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    int mark = text.startsWith("\r\n", end) ? 2 : 1;
    at = Math.min(text.length(), end + mark);
    return text.substring(start, Math.min(end, start + LONGEST));
  }

  /** Where the next line begins. */
  int at() {
    return at;
  }

  /** The line that begins there is the next one again. */
  void backTo(int place) {
    at = place;
  }
}
