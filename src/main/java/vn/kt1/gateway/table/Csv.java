package vn.kt1.gateway.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** CSV by RFC 4180, read with the delimiter its first line shows, written with a comma. */
public final class Csv {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private Csv() {}

  /**
   * The lines of a CSV file, its header first; blank lines are kept, so that rows count as a reader
   * counts them.
   *
   * @throws Rejected {@code malformed} when there is nothing, or no CSV; {@code encoding}
   */
  public static List<List<String>> read(byte[] bytes) {
    String text = Utf.decode(bytes);
    if (text.isBlank()) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "empty"));
    }
    char delimiter = delimiter(text.lines().findFirst().orElse(""));
    CSVFormat format = FORMAT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    try (var rows = format.parse(new StringReader(text))) {
      List<List<String>> lines = new ArrayList<>();
      for (CSVRecord row : rows) {
        lines.add(Arrays.asList(row.values()));
      }
      return lines;
    } catch (IOException | UncheckedIOException e) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "csv"));
    }
  }

  public static void write(StringBuilder to, Object... cells) {
    try {
      FORMAT.printRecord(to, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of comma, semicolon and tab the one the header has most of. */
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
}
