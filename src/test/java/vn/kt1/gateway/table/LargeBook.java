package vn.kt1.gateway.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A large SYNTHETIC workbook as Excel would write it: five texts of its own in each row, the others
 * shared by many. Run with the number of rows, it reads one and prints what that took.
 */
final class LargeBook {

  private static final int OWN = 5;
  private static final int SHARED = 50;

  private LargeBook() {}

  static byte[] of(int rows, int columns) {
    Books frame = Books.apart();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Map<String, Content> large =
          Map.of(
              Books.STRINGS, out -> strings(out, rows),
              Books.SHEET, out -> sheet(out, rows, columns));
      Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      for (String name : frame.names()) {
        zip.putNextEntry(new ZipEntry(name));
        large.getOrDefault(name, to -> to.write(frame.text(name))).write(out);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Content {
    void write(Writer out) throws IOException;
  }

  private static void strings(Writer out, int rows) throws IOException {
    out.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    for (int i = 0; i < SHARED; i++) {
      out.write("<si><t>Tối mật " + i + "</t></si>");
    }
    for (int i = 0; i < rows * OWN; i++) {
      out.write("<si><t>Số " + i + " đường Điện Biên Phủ, Hải Phòng</t></si>");
    }
    out.write("</sst>");
  }

  private static void sheet(Writer out, int rows, int columns) throws IOException {
    out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    out.write("<sheetData>");
    for (int row = 0; row < rows; row++) {
      out.write("<row r=\"" + (row + 1) + "\" spans=\"1:" + columns + "\">");
      for (int column = 0; column < columns; column++) {
        int string = column < OWN ? SHARED + row * OWN + column : (row + column) % SHARED;
        char letter = (char) ('A' + column);
        out.write("<c r=\"" + letter + (row + 1) + "\" t=\"s\"><v>" + string + "</v></c>");
      }
      out.write("</row>");
    }
    out.write("</sheetData></worksheet>");
  }

  public static void main(String[] args) throws IOException {
    byte[] workbook = of(Integer.parseInt(args[0]), 16);
    long[] cells = new long[1];
    long start = System.nanoTime();
    Xlsx.read(workbook, Xlsx.Limits.usual(), (number, row) -> cells[0] += row.size());
    System.out.printf(
        "%d bytes, %d cells, %d ms, heap of %d MiB%n",
        workbook.length,
        cells[0],
        (System.nanoTime() - start) / 1_000_000,
        Runtime.getRuntime().maxMemory() >> 20);
  }
}
