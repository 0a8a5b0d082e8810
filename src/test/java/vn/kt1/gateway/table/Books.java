package vn.kt1.gateway.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks for tests: made by POI, or taken apart, changed and put together again. */
final class Books {

  /** Does something to a workbook that has a plain first sheet. */
  interface Change {
    void to(XSSFWorkbook workbook) throws IOException;
  }

  static final String SHEET = "xl/worksheets/sheet1.xml";
  static final String STRINGS = "xl/sharedStrings.xml";
  static final String TYPES = "[Content_Types].xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Books() {}

  /** A workbook with a header and a row, and what the change adds. */
  static byte[] poi(Change change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("Bàn giao");
      List<List<String>> rows = List.of(List.of("envelope_id", "secrecy"), List.of("A-1", "Mật"));
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < 2; column++) {
          cell(workbook, row, column, rows.get(row).get(column));
        }
      }
      sheet.setColumnWidth(0, 5000);
      change.to(workbook);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the first sheet, whatever else is in the workbook. */
  static List<List<String>> lines(byte[] workbook) {
    List<List<String>> lines = new ArrayList<>();
    Xlsx.read(workbook, (number, cells) -> lines.add(cells));
    return lines;
  }

  static void cell(XSSFWorkbook workbook, int row, int column, String text) {
    var sheet = workbook.getSheetAt(0);
    var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    line.createCell(column).setCellValue(text);
  }

  static byte[] plain() {
    return poi(workbook -> {});
  }

  static Books apart() {
    return apart(plain());
  }

  static Books apart(byte[] workbook) {
    Books books = new Books();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        books.parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return books;
  }

  Books with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Books with(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  Books without(String name) {
    if (parts.remove(name) == null) {
      throw new IllegalArgumentException(name);
    }
    return this;
  }

  /** A part with its type, related to nothing. */
  Books typed(String name, String type, byte[] bytes) {
    String override = "<Override PartName=\"/%s\" ContentType=\"%s\"/></Types>";
    return with(name, bytes).change(TYPES, "</Types>", override.formatted(name, type));
  }

  Books change(String name, String from, String to) {
    String text = text(name);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(from + " is not in " + text);
    }
    return with(name, text.replace(from, to));
  }

  /** The sheet, with these elements as its rows. */
  Books rows(String rows) {
    String text = text(SHEET);
    int from = text.indexOf("<sheetData>");
    int to = text.indexOf("</sheetData>");
    return with(SHEET, text.substring(0, from) + "<sheetData>" + rows + text.substring(to));
  }

  String text(String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  List<String> names() {
    return new ArrayList<>(parts.keySet());
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
