package vn.kt1.gateway.post.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text of the post, whatever bytes it holds: UTF-8, or UTF-16 where a mark says so,
 * with {@link #NO_LETTER} in the place of bytes that are no letter. One of them spoils its cell and
 * no more. A line becomes a text when it is read: the text of a whole file is twice its size.
 */
final class TextLines {

  static final char NO_LETTER = '\ufffd';

  /** SECURITY: what is longer is no line of a table, and its rest is dropped unread. */
  static final int LONGEST = 50_000;

  /** Enough for so many signs. */
  private static final int LONGEST_BYTES = 3 * LONGEST + 3;

  private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

  private final byte[] bytes;
  private int at;

  /**
   * @param bytes in UTF-8
   */
  TextLines(byte[] bytes) {
    this.bytes = bytes;
    this.at = marked() ? MARK.length : 0;
  }

  private boolean marked() {
    int end = MARK.length;
    return bytes.length >= end && Arrays.equals(bytes, 0, end, MARK, 0, end);
  }

  /** The same text in UTF-8. */
  static byte[] utf8(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    boolean utf16 = first == 0xfffe || first == 0xfeff;
    return utf16
        ? new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  /** The next line, or null after the last; one too long has {@link #LONGEST} signs. */
  @Nullable String next() {
    if (at == bytes.length) {
      return null;
    }
    int start = at;
    int end = start;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    boolean both = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    at = Math.min(bytes.length, end + (both ? 2 : 1));
    return text(start, end - start);
  }

  private String text(int start, int length) {
    String text = new String(bytes, start, Math.min(length, LONGEST_BYTES), StandardCharsets.UTF_8);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
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
