package vn.kt1.gateway.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.statement.Statement.Sum;
import vn.kt1.gateway.statement.StatementRow.Price;

/**
 * A statement as XLSX: the sheets of the rows, the sums, the invoice differences. Numbers are
 * numbers, so that they can be added up; texts are texts.
 *
 * <p>SECURITY: no cell is a formula, whatever a text looks like.
 */
final class StatementWorkbook {

  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String MONEY = "#,##0";

  private StatementWorkbook() {}

  static byte[] of(MonthlyStatement month) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(bytes, "KT1 gateway", null)) {
      rows(book.newWorksheet("Bảng kê"), month.statement());
      sums(book.newWorksheet("Tổng hợp"), month);
      differences(book.newWorksheet("Đối chiếu hóa đơn"), month);
    } catch (IOException e) {
      throw new UncheckedIOException("the workbook cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void rows(Worksheet sheet, Statement statement) {
    line(
        sheet,
        0,
        Arrays.asList(
            "Ngày chấp nhận",
            "Mã bưu gửi",
            "Số hiệu",
            "Dịch vụ",
            "Vùng",
            "Khối lượng (g)",
            "Các phần",
            "Cước chưa thuế",
            "Thuế suất (%)",
            "Thuế GTGT",
            "Tổng cộng",
            "Chưa tính được: thiếu"));
    int at = 1;
    for (StatementRow row : statement.rows()) {
      line(sheet, at++, cells(row));
    }
  }

  private static List<@Nullable Object> cells(StatementRow row) {
    Price price = row.price();
    return Arrays.asList(
        VietnamTime.day(row.acceptedAt()).toString(),
        row.shipmentId(),
        row.itemCode(),
        Words.service(row.service()),
        Words.zone(row.zone()),
        row.weightGrams(),
        String.join(
            " + ",
            row.parts().stream()
                .map(part -> Words.part(part.name()) + " " + part.amount())
                .toList()),
        price == null ? null : price.amount(),
        price == null ? null : price.vatPercent(),
        price == null ? null : price.vat(),
        price == null ? null : price.total(),
        String.join(", ", row.missing().stream().map(Words::missing).toList()));
  }

  private static void sums(Worksheet sheet, MonthlyStatement month) {
    StatementPage page = StatementPage.of(month);
    Statement statement = month.statement();
    int at = 0;
    for (List<String> fact :
        List.of(
            List.of("Đơn vị", page.unit() + " " + page.name()),
            List.of("Tháng", page.month() + (page.preliminary() ? " (chưa hết tháng)" : "")),
            List.of("Số liệu lúc", page.asOf()),
            List.of("Người trả cước", page.payer()),
            List.of("Hợp đồng", page.contract()))) {
      line(sheet, at++, fact);
    }
    for (StatementPage.Line tariff : page.tariffs()) {
      line(sheet, at++, List.of("Bảng giá", String.join("; ", tariff.cells())));
    }
    at++;
    line(sheet, at++, List.of("", "Số bưu gửi", "Cước chưa thuế", "Thuế GTGT", "Tổng cộng"));
    for (Sum sum : statement.services()) {
      line(sheet, at++, cells(Words.service(sum.key()), sum));
    }
    for (Sum sum : statement.zones()) {
      line(sheet, at++, cells(Words.zone(sum.key()), sum));
    }
    for (Statement.VatSum vat : statement.vats()) {
      Sum sum = new Sum("", vat.items(), vat.amount(), vat.vat());
      line(sheet, at++, cells("Thuế suất " + Words.percent(vat.percent()), sum));
    }
    line(sheet, at++, cells("Cộng", statement.total()));
    line(sheet, at++, Arrays.asList("Phải trả", null, null, null, Paid.of(month).amount()));
    line(sheet, at++, Arrays.asList("Chưa tính được (bưu gửi)", statement.unpriced()));
    line(
        sheet,
        at,
        Arrays.asList("Giảm trừ đề nghị (chưa trừ)", null, null, null, statement.proposed()));
  }

  private static List<@Nullable Object> cells(String name, Sum sum) {
    return Arrays.asList(name, sum.items(), sum.amount(), sum.vat(), sum.total());
  }

  private static void differences(Worksheet sheet, MonthlyStatement month) {
    line(
        sheet,
        0,
        Arrays.asList(
            "Hóa đơn", "Dòng", "Số hiệu", "Mã bưu gửi", "Khác nhau", "Hóa đơn ghi", "Cổng ghi"));
    int at = 1;
    for (InvoiceDifference difference : month.differences()) {
      line(
          sheet,
          at++,
          Arrays.asList(
              difference.invoiceNo(),
              difference.row(),
              difference.itemCode(),
              difference.shipmentId(),
              Words.said("difference." + difference.kind().name()),
              difference.theirs(),
              difference.ours()));
    }
  }

  private static void line(Worksheet sheet, int row, List<? extends @Nullable Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      if (cell instanceof Number number) {
        sheet.value(row, i, number);
        if (!(number instanceof BigDecimal)) { // a rate keeps its decimals
          sheet.style(row, i).format(MONEY).set();
        }
      } else if (cell != null) {
        sheet.value(row, i, cell.toString());
      }
    }
  }
}
