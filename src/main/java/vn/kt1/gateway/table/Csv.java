package vn.kt1.gateway.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** CSV by RFC 4180, read with the delimiter its first line shows, written with a comma. */
public final class Csv {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** How much of the first line is read to find its delimiter. */
  private static final int HEAD = 64 * 1024;

  private Csv() {}

  /**
   * The lines of a CSV file, its header first. Blank lines are kept, so that row numbers are those
   * a reader sees.
   *
   * @throws Rejected {@code malformed} when there is nothing, or no CSV; {@code encoding}
   */
  public static List<List<String>> read(byte[] bytes) {
    List<List<String>> lines = new ArrayList<>();
    read(bytes, null, null, lines::add);
    return lines;
  }

  /**
   * The same, line by line.
   *
   * @param charset of bytes without a mark; null for UTF-8
   * @param delimiter null for the one the first line shows
   */
  public static void read(
      byte[] bytes,
      @Nullable Charset charset,
      @Nullable Character delimiter,
      Consumer<List<String>> lines) {
    byte[] whole = Utf.withoutMargins(bytes);
    char parting = delimiter == null ? delimiter(firstLine(whole, charset)) : delimiter;
    try (CSVParser rows = parser(whole, charset, parting)) {
      for (CSVRecord row : rows) {
        lines.accept(Arrays.asList(row.values()));
      }
    } catch (IOException e) {
      throw refusal(e);
    } catch (UncheckedIOException e) {
      throw refusal(e.getCause());
    }
  }

  /**
   * The first lines that can be read with the given delimiter.
   *
   * @param charset of bytes without a mark; null for UTF-8
   */
  public static List<List<String>> head(
      byte[] bytes, @Nullable Charset charset, char delimiter, int most) {
    List<List<String>> lines = new ArrayList<>();
    try (CSVParser rows = parser(Utf.withoutMargins(bytes), charset, delimiter)) {
      for (Iterator<CSVRecord> all = rows.iterator(); lines.size() < most && all.hasNext(); ) {
        lines.add(Arrays.asList(all.next().values()));
      }
      return lines;
    } catch (IOException | UncheckedIOException e) {
      return lines;
    }
  }

  private static CSVParser parser(byte[] bytes, @Nullable Charset charset, char delimiter)
      throws IOException {
    Reader text = new MeasuredLines(Utf.reader(bytes, charset), delimiter);
    return FORMAT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get()
        .parse(text);
  }

  private static Rejected refusal(IOException e) {
    return e instanceof CharacterCodingException
        ? Utf.refusal(e)
        : new Rejected(Fault.of(Code.MALFORMED, "", "csv"));
  }

  public static void write(StringBuilder to, Object... cells) {
    try {
      FORMAT.printRecord(to, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(byte[] bytes, @Nullable Charset charset) {
    try (BufferedReader text = new BufferedReader(Utf.reader(bytes, charset))) {
      char[] head = new char[HEAD];
      int length = text.read(head);
      String start = length < 0 ? "" : new String(head, 0, length);
      if (start.isBlank() && length < head.length) {
        throw new Rejected(Fault.of(Code.MALFORMED, "", "empty"));
      }
      return start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  /** The one of comma, semicolon and tab that is most frequent in the header. */
  private static char delimiter(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /**
   * Reads the text of a table and limits the length of its lines. SECURITY: one line of millions of
   * cells would fill the heap before any column is checked.
   */
  private static final class MeasuredLines extends FilterReader {

    private static final int MOST_CELLS = 100_000;

    private final char delimiter;
    private boolean quoted;
    private int cells;

    MeasuredLines(Reader text, char delimiter) {
      super(text);
      this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /**
     * @throws IOException when a line has more cells than any table
     */
    @Override
    public int read(char[] to, int from, int most) throws IOException {
      int length = super.read(to, from, most);
      for (int i = from; i < from + length; i++) {
        measure(to[i]);
      }
      return length;
    }

    private void measure(char letter) throws IOException {
      if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && (letter == '\n' || letter == '\r')) {
        cells = 0;
      } else if (!quoted && letter == delimiter && ++cells > MOST_CELLS) {
        throw new IOException("more cells in a line than any table has");
      }
    }
  }
}
