package vn.kt1.gateway.quality;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The page for two signatures as XLSX: its figures on the first sheet, its rows on the second. */
final class QualityWorkbook {

  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final List<String> HEADER =
      List.of(
          "STT",
          "Mã bưu gửi",
          "Số hiệu bưu gửi",
          "Chấp nhận",
          "Phát lần đầu",
          "Kết quả",
          "Chuyển hoàn",
          "Sự cố",
          "Ý kiến của đơn vị");

  private QualityWorkbook() {}

  static byte[] of(QualityMonth month) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "KT1 gateway", null)) {
      figures(book.newWorksheet("Tổng hợp"), month);
      rows(book.newWorksheet("Chi tiết"), month);
    } catch (IOException e) {
      throw new UncheckedIOException("the workbook cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void figures(Worksheet sheet, QualityMonth month) {
    QualityPage.Shown shown = QualityPage.shown(month);
    int row = 0;
    text(sheet, row++, List.of("ĐỐI SOÁT SẢN LƯỢNG VÀ XÁC NHẬN CHẤT LƯỢNG DỊCH VỤ BƯU CHÍNH KT1"));
    text(sheet, row++, List.of("Đơn vị", shown.unit(), shown.code()));
    text(sheet, row++, List.of("Tỉnh, thành phố", shown.province()));
    text(sheet, row++, List.of("Tháng", shown.month(), shown.preliminary() ? "TẠM TÍNH" : ""));
    text(sheet, row++, List.of("Số liệu tính đến", shown.asOf()));
    text(sheet, row++, List.of("Xác nhận của đơn vị", shown.state()));
    for (QualityPage.Figure figure : shown.figures()) {
      text(sheet, row++, List.of(figure.label(), figure.count(), figure.rate()));
    }
    text(sheet, row, List.of("Chưa tìm thấy mẫu chính thức; bố cục này do cổng KT1 đặt ra."));
  }

  private static void rows(Worksheet sheet, QualityMonth month) {
    text(sheet, 0, HEADER);
    int at = 1;
    for (QualityRow row : month.rows()) {
      text(
          sheet,
          at,
          List.of(
              String.valueOf(at++),
              row.shipmentId(),
              Objects.requireNonNullElse(row.itemCode(), ""),
              QualityWords.time(row.accepted()),
              QualityWords.time(row.attempted()),
              QualityWords.result(row, month.asOf()),
              row.returned() ? "x" : "",
              String.valueOf(row.incidents()),
              QualityWords.answer(row)));
    }
  }

  /** SECURITY: every value is written as text, whatever it looks like; no cell is a formula. */
  static void text(Worksheet sheet, int row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        sheet.value(row, i, cells.get(i));
      }
    }
  }
}
