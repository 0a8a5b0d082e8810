package vn.kt1.gateway.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * A report as XLSX. Sheet {@code figures}: {@code key,label,unit,dims…,value}, one row for each
 * cell. Sheet {@code report}: the year, the province, the period and the time of counting.
 */
final class ReportWorkbook {

  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private ReportWorkbook() {}

  static byte[] of(Report report, Locale locale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var book = new org.dhatim.fastexcel.Workbook(bytes, "KT1 gateway", null)) {
      figures(book.newWorksheet("figures"), report, locale);
      about(book.newWorksheet("report"), report);
    } catch (IOException e) {
      throw new UncheckedIOException("the workbook cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void figures(Worksheet sheet, Report report, Locale locale) {
    List<Dimension> dims =
        Arrays.stream(Dimension.values())
            .filter(dim -> report.figures().stream().anyMatch(f -> f.dims().contains(dim)))
            .toList();
    List<String> header = new ArrayList<>(List.of("key", "label", "unit"));
    dims.forEach(dim -> header.add(dim.key()));
    header.add("value");
    int row = 0;
    text(sheet, row++, header);
    for (Counted figure : report.figures()) {
      for (FigureCell cell : figure.cells()) {
        List<String> cells = new ArrayList<>(List.of(figure.key(), figure.label(locale), "items"));
        dims.forEach(dim -> cells.add(cell.dims().getOrDefault(dim, "")));
        text(sheet, row, cells);
        sheet.value(row++, cells.size(), cell.value());
      }
    }
  }

  private static void about(Worksheet sheet, Report report) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("year", report.year());
    facts.put("province", report.province());
    facts.put("kind", report.kind());
    facts.put("from", report.from());
    facts.put("to", report.to());
    facts.put("as_of", report.asOf().atOffset(VietnamTime.OFFSET));
    facts.put("version", report.version() == null ? "" : report.version());
    report.suppressed().forEach(one -> facts.put("merged." + one.figure(), one.cells()));
    int row = 0;
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      text(sheet, row++, List.of(fact.getKey(), fact.getValue().toString()));
    }
  }

  /** SECURITY: every value is written as text, whatever it looks like; no cell is a formula. */
  private static void text(Worksheet sheet, int row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      sheet.value(row, i, cells.get(i));
    }
  }
}
