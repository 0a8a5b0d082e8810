package vn.kt1.gateway.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.kt1.gateway.report.document.Letter.Bars;

/**
 * Sheets of rows, and native charts of some of them. SECURITY: every text is written as text,
 * whatever it looks like; no cell is a formula.
 */
public final class FiguresWorkbook {

  /** Rows of one sheet; a {@link Number} is a number, all else is text. The first is the header. */
  public record Rows(String name, List<List<Object>> rows) {}

  private static final int CHART_ROWS = 18;
  private static final int CHART_COLUMNS = 9;
  private static final int WIDE = 22 * 256;

  private FiguresWorkbook() {}

  public static byte[] of(List<Rows> sheets, String charts, List<Bars> bars) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory: what streams writes temporary files.
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      CellStyle head = head(book);
      sheets.forEach(rows -> fill(book.createSheet(rows.name()), rows, head));
      charts(book.createSheet(charts), bars);
      book.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the workbook cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static CellStyle head(XSSFWorkbook book) {
    Font bold = book.createFont();
    bold.setBold(true);
    CellStyle head = book.createCellStyle();
    head.setFont(bold);
    return head;
  }

  private static void fill(Sheet sheet, Rows rows, CellStyle head) {
    sheet.createFreezePane(0, 1);
    int columns = rows.rows().isEmpty() ? 0 : rows.rows().get(0).size();
    for (int column = 0; column < columns; column++) {
      sheet.setColumnWidth(column, WIDE);
    }
    int at = 0;
    for (List<Object> values : rows.rows()) {
      Row row = sheet.createRow(at);
      for (int column = 0; column < values.size(); column++) {
        Cell cell = row.createCell(column);
        value(cell, values.get(column));
        if (at == 0) {
          cell.setCellStyle(head);
        }
      }
      at++;
    }
  }

  private static void value(Cell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue(value.toString());
    }
  }

  /** Each chart stands beside the rows it shows. */
  private static void charts(XSSFSheet sheet, List<Bars> bars) {
    int at = 0;
    for (Bars one : bars) {
      sheet.createRow(at).createCell(0).setCellValue(one.caption());
      for (int i = 0; i < one.labels().size(); i++) {
        Row row = sheet.createRow(at + 1 + i);
        row.createCell(0).setCellValue(one.labels().get(i));
        row.createCell(1).setCellValue(one.values().get(i));
      }
      if (!one.labels().isEmpty()) {
        chart(sheet, one, at);
      }
      at += Math.max(CHART_ROWS, one.labels().size() + 1) + 2;
    }
  }

  private static void chart(XSSFSheet sheet, Bars bars, int at) {
    int last = at + bars.labels().size();
    XSSFClientAnchor place =
        new XSSFClientAnchor(0, 0, 0, 0, 3, at, 3 + CHART_COLUMNS, at + CHART_ROWS);
    BarChart.draw(
        sheet.createDrawingPatriarch().createChart(place),
        bars.caption(),
        XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(at + 1, last, 0, 0)),
        XDDFDataSourcesFactory.fromNumericCellRange(
            sheet, new CellRangeAddress(at + 1, last, 1, 1)));
  }
}
