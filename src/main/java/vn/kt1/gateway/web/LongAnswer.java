package vn.kt1.gateway.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose last field is a list that may be long. Each item becomes JSON when it is read, so
 * the whole text is never in memory.
 */
public record LongAnswer<T>(
    Map<String, @Nullable Object> head,
    String list,
    Collection<T> items,
    Function<T, Map<String, @Nullable Object>> show) {

  /** So many items are no burden for the memory, and pieces cost more than they save. */
  private static final int FEW = 20;

  public byte[] bytes() {
    try (InputStream json = open()) {
      return json.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the JSON at its beginning; every call gives the same. */
  public InputStream open() {
    return items.size() <= FEW ? new ByteArrayInputStream(atOnce()) : pieceByPiece();
  }

  private byte[] atOnce() {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(head);
    whole.put(list, items.stream().map(show).toList());
    return JsonText.of(whole);
  }

  private InputStream pieceByPiece() {
    Iterator<T> left = items.iterator();
    Enumeration<InputStream> list =
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return left.hasNext();
          }

          @Override
          public InputStream nextElement() {
            InputStream item = new ByteArrayInputStream(JsonText.of(show.apply(left.next())));
            return left.hasNext() ? new SequenceInputStream(item, ascii(",")) : item;
          }
        };
    return new SequenceInputStream(
        beginning(), new SequenceInputStream(new SequenceInputStream(list), ascii("]}"))) {
      @Override
      public void close() {
        // Nothing needs closing. The JDK would make each item that is left, only to close it.
      }
    };
  }

  /** The fields before the list; the list replaces the closing brace. */
  private InputStream beginning() {
    byte[] json = JsonText.of(head);
    return new SequenceInputStream(
        new ByteArrayInputStream(json, 0, json.length - 1), ascii(",\"" + list + "\":["));
  }

  private static InputStream ascii(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
