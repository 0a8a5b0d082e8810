package vn.kt1.gateway.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose last field is a list that may be long: each item becomes JSON when it is read, so
 * that the whole text is never there at once.
 */
public record LongAnswer<T>(
    Map<String, @Nullable Object> head,
    String list,
    Collection<T> items,
    Function<T, Map<String, @Nullable Object>> show) {

  public byte[] bytes() {
    try (InputStream json = open()) {
      return json.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON from its beginning; the same each time. */
  InputStream open() {
    return new Pieces();
  }

  private final class Pieces extends InputStream {
    private final Iterator<T> left = items.iterator();
    private byte[] piece = opening();
    private int at;
    private boolean ended;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int most) {
      if (at == piece.length && ended) {
        return -1;
      }
      if (at == piece.length) {
        piece = next();
        at = 0;
      }
      int length = Math.min(most, piece.length - at);
      System.arraycopy(piece, at, to, from, length);
      at += length;
      return length;
    }

    private byte[] opening() {
      byte[] json = JsonText.of(head);
      byte[] name = (",\"" + list + "\":[").getBytes(StandardCharsets.US_ASCII);
      // In the place of the brace that ends the head.
      return joined(Arrays.copyOf(json, json.length - 1), name);
    }

    private byte[] next() {
      if (!left.hasNext()) {
        ended = true;
        return new byte[] {']', '}'};
      }
      byte[] json = JsonText.of(show.apply(left.next()));
      return left.hasNext() ? joined(json, new byte[] {','}) : json;
    }

    private static byte[] joined(byte[] one, byte[] other) {
      byte[] both = Arrays.copyOf(one, one.length + other.length);
      System.arraycopy(other, 0, both, one.length, other.length);
      return both;
    }
  }
}
