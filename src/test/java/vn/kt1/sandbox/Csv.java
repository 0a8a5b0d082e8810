package vn.kt1.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV of the contract: UTF-8, a header, RFC 4180. */
final class Csv {
  private Csv() {}

  static byte[] write(List<String> columns, List<? extends List<?>> rows) {
    StringBuilder text = new StringBuilder();
    print(text, columns);
    rows.forEach(row -> print(text, row));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void print(StringBuilder text, List<?> row) {
    try {
      // Not by CSVPrinter: its class file names annotations that are nowhere, which is a warning.
      OrderFile.FORMAT.printRecord(text, row.toArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
