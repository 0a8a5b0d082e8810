package vn.kt1.gateway.post.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
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

  private final Reader text;
  private final char[] buffer = new char[16 * 1024];
  private final Deque<String> returned = new ArrayDeque<>();
  private int next;
  private int length;
  private boolean afterReturn;

  TextLines(byte[] bytes) {
    this.text = reader(bytes);
  }

  private static Reader reader(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return reader(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return reader(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return reader(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
  }

  /** A reader of a charset replaces what it cannot read. */
  private static Reader reader(byte[] bytes, int skip, Charset charset) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, skip, bytes.length - skip), charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The next line, or null after the last; one too long has {@link #LONGEST} signs. */
  @Nullable String next() {
    if (!returned.isEmpty()) {
      return returned.removeFirst();
    }
    StringBuilder line = new StringBuilder();
    boolean any = false;
    for (int sign = read(); sign >= 0; sign = read()) {
      if (sign == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = sign == '\r';
      if (sign == '\n' || sign == '\r') {
        return line.toString();
      }
      any = true;
      if (line.length() < LONGEST) {
        line.append((char) sign);
      }
    }
    return any ? line.toString() : null;
  }

  /** Gives a line back; it is the next one again. */
  void giveBack(String line) {
    returned.addFirst(line);
  }

  private int read() {
    if (next == length) {
      next = 0;
      try {
        length = Math.max(0, text.read(buffer));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return length == 0 ? -1 : buffer[next++];
  }
}
