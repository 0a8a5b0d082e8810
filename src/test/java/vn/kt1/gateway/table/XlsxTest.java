package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

class XlsxTest {

  @Test
  void reads_texts_numbers_and_serial_dates_as_they_are_written() throws IOException {
    byte[] workbook =
        workbook(
            List.of("item_code", "status_code", "occurred_at"),
            List.of("MK123456785VN", 14.0, LocalDateTime.of(2026, 11, 22, 9, 5, 7)),
            List.of(),
            List.of("MK123456785VN", 1.5, "22/11/2026 09:05:07"));

    assertThat(Xlsx.read(workbook))
        .containsExactly(
            List.of("item_code", "status_code", "occurred_at"),
            List.of("MK123456785VN", "14", "2026-11-22T09:05:07"),
            List.of(),
            List.of("MK123456785VN", "1.5", "22/11/2026 09:05:07"));
  }

  @Test
  void half_a_workbook_is_malformed() throws IOException {
    byte[] whole = workbook(List.of("item_code"), List.of("x"));
    for (int length : new int[] {4, 40, whole.length / 2, whole.length - 10}) {
      byte[] half = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Xlsx.read(half))
          .isInstanceOfSatisfying(
              Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.MALFORMED));
    }
  }

  @Test
  void an_empty_sheet_is_malformed() throws IOException {
    assertThatThrownBy(() -> Xlsx.read(workbook())).isInstanceOf(Rejected.class);
  }

  @SafeVarargs
  private static byte[] workbook(List<Object>... lines) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("status");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy hh:mm:ss"));
      for (int number = 0; number < lines.length; number++) {
        if (!lines[number].isEmpty()) {
          write(sheet.createRow(number), lines[number], date);
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(XSSFRow row, List<Object> values, CellStyle date) {
    for (Object value : values) {
      XSSFCell cell = row.createCell(row.getPhysicalNumberOfCells());
      if (value instanceof Double number) {
        cell.setCellValue(number);
      } else if (value instanceof LocalDateTime time) {
        cell.setCellValue(time);
        cell.setCellStyle(date);
      } else {
        cell.setCellValue(value.toString());
      }
    }
  }
}
