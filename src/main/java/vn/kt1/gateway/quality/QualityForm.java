package vn.kt1.gateway.quality;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.table.Xlsx;

/**
 * The form a unit is mailed, fills in and mails back: one row for each shipment.
 *
 * <p>SECURITY: no result, due time or service stands in it, since it goes by mail.
 */
record QualityForm(String unit, YearMonth month) {

  static final List<String> HEADER =
      List.of(
          "Mã bưu gửi",
          "Số hiệu bưu gửi",
          "Ngày chấp nhận",
          "Ngày phát",
          "Đồng ý (x)",
          "Lý do không đồng ý");

  /** Programs that save it once more add a number or a word. */
  private static final Pattern NAME =
      Pattern.compile(
          "KT1-QUALITY_([0-9A-Z.]{1,35})_(20[0-9]{2}-(?:0[1-9]|1[0-2]))(?:[^0-9A-Za-z].*)?\\.xlsx",
          Pattern.CASE_INSENSITIVE);

  private static final int[] WIDTHS = {20, 20, 16, 16, 12, 60};

  /** Ends the reading after the first row. */
  private static final class Seen extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> cells;

    Seen(List<String> cells) {
      super(null, null, false, false);
      this.cells = cells;
    }
  }

  String fileName() {
    return "KT1-QUALITY_" + unit + "_" + month + ".xlsx";
  }

  /** As its name and its header say; empty for any other file. */
  static Optional<QualityForm> of(String fileName, byte[] content) {
    Matcher name = NAME.matcher(fileName);
    if (!name.matches() || !headed(content)) {
      return Optional.empty();
    }
    return Optional.of(
        new QualityForm(UnitCode.normalise(name.group(1)), YearMonth.parse(name.group(2))));
  }

  private static boolean headed(byte[] content) {
    try {
      Xlsx.read(
          content,
          (number, cells) -> {
            throw new Seen(cells);
          });
      return false;
    } catch (Seen first) {
      return isHeader(first.cells);
    } catch (Rejected unreadable) {
      return false; // as a hand-off it is told what is wrong with it
    }
  }

  static boolean isHeader(List<String> cells) {
    List<String> tidy = new ArrayList<>();
    cells.forEach(cell -> tidy.add(cell.strip()));
    return tidy.equals(HEADER);
  }

  byte[] blank(List<QualityRow> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "KT1", null)) {
      Worksheet sheet = book.newWorksheet("KT1");
      for (int i = 0; i < WIDTHS.length; i++) {
        sheet.width(i, WIDTHS[i]);
      }
      sheet.range(0, 0, 0, HEADER.size() - 1).style().bold().set();
      int at = 0;
      QualityWorkbook.text(sheet, at++, HEADER);
      for (QualityRow row : rows) {
        QualityWorkbook.text(sheet, at++, cells(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the form cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static List<String> cells(QualityRow row) {
    return List.of(
        row.shipmentId(),
        Objects.requireNonNullElse(row.itemCode(), ""),
        QualityWords.day(row.accepted()),
        QualityWords.day(row.delivered()));
  }
}
