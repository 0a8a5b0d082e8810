package vn.kt1.gateway.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/** Archives as nobody should write them, and as writers of streams do. */
final class Zips {

  private Zips() {}

  /** With a remark on the last entry. */
  static byte[] remarked(byte[] archive, String remark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setComment(remark);
        to.putNextEntry(copy);
        from.transferTo(to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** With a field of that id on each entry. */
  static byte[] extra(byte[] archive, int id, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] field = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer extra = ByteBuffer.allocate(4 + field.length).order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort((short) id).putShort((short) field.length).put(field);
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setExtra(extra.array());
        to.putNextEntry(copy);
        from.transferTo(to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** With bytes between the last entry and the directory of them all. */
  static byte[] parted(byte[] archive, String between) {
    byte[] gap = between.getBytes(StandardCharsets.UTF_8);
    ByteBuffer from = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = archive.length - 22;
    int directory = from.getInt(end + 16);
    ByteBuffer to = ByteBuffer.allocate(archive.length + gap.length).order(ByteOrder.LITTLE_ENDIAN);
    to.put(archive, 0, directory).put(gap).put(archive, directory, archive.length - directory);
    to.putInt(end + gap.length + 16, directory + gap.length);
    return to.array();
  }

  /** One row, written by fastexcel, which a program in Java may well use. */
  static byte[] fast(List<String> row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "e-office", null)) {
      var sheet = workbook.newWorksheet("Bàn giao");
      for (int column = 0; column < row.size(); column++) {
        sheet.value(0, column, row.get(column));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** One row, written by POI as a stream, with the 64-bit sizes it uses for that. */
  static byte[] streamed(List<String> row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(10)) {
      var line = workbook.createSheet().createRow(0);
      for (String text : row) {
        line.createCell(Math.max(0, line.getLastCellNum())).setCellValue(text);
      }
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
