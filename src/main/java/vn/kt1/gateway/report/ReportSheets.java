package vn.kt1.gateway.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.report.document.FiguresWorkbook;
import vn.kt1.gateway.report.document.FiguresWorkbook.Rows;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * A report as sheets. {@code figures}: {@code key,label,unit,dims…,value}, one row for each cell
 * (CONTRACT, 3.5); {@code estimates} the same of what was estimated; {@code report}: the year, the
 * province, the period and the time of counting; {@code units}: a row a unit; {@code definitions}.
 */
final class ReportSheets {

  private final Report report;
  private final Locale locale;
  private final Directory directory;

  ReportSheets(Report report, Locale locale, Directory directory) {
    this.report = report;
    this.locale = locale;
    this.directory = directory;
  }

  byte[] write() {
    return FiguresWorkbook.of(
        List.of(
            new Rows("figures", cells(false)),
            new Rows("report", about()),
            new Rows("estimates", cells(true)),
            new Rows("units", units()),
            new Rows("definitions", definitions())),
        "charts",
        ReportCharts.of(report, locale));
  }

  private List<List<Object>> cells(boolean estimates) {
    List<Dimension> dims =
        Arrays.stream(Dimension.values())
            .filter(dim -> report.figures().stream().anyMatch(f -> f.dims().contains(dim)))
            .toList();
    List<Object> header = new ArrayList<>(List.of("key", "label", "unit"));
    dims.forEach(dim -> header.add(dim.key()));
    header.add("value");
    List<List<Object>> rows = new ArrayList<>(List.of(header));
    for (Counted figure : report.figures()) {
      for (FigureCell cell : figure.cells()) {
        if (cell.estimate() == estimates) {
          List<Object> row =
              new ArrayList<>(List.of(figure.key(), figure.label(locale), figure.unit()));
          dims.forEach(dim -> row.add(cell.dims().getOrDefault(dim, "")));
          row.add(cell.value());
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private List<List<Object>> about() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("year", String.valueOf(report.year())));
    rows.add(List.of("province", report.province()));
    rows.add(List.of("kind", report.kind()));
    rows.add(List.of("stage", report.stage() == null ? "" : report.stage()));
    rows.add(List.of("from", report.from()));
    rows.add(List.of("to", report.to()));
    rows.add(List.of("counted_to", report.countedTo()));
    rows.add(List.of("as_of", report.asOf().atOffset(VietnamTime.OFFSET)));
    rows.add(List.of("version", report.version() == null ? "" : String.valueOf(report.version())));
    report
        .suppressed()
        .forEach(one -> rows.add(List.of("merged." + one.figure(), String.valueOf(one.cells()))));
    return rows;
  }

  /** A column a figure of items; nothing here is by degree. */
  private List<List<Object>> units() {
    List<Counted> figures =
        report.figures().stream().filter(one -> one.dims().contains(Dimension.UNIT)).toList();
    List<Object> header = new ArrayList<>(List.of("unit", "name"));
    figures.forEach(one -> header.add(one.label(locale)));
    List<List<Object>> rows = new ArrayList<>(List.of(header));
    Set<String> units = new TreeSet<>();
    figures.forEach(
        one ->
            one.cells().forEach(cell -> units.add(cell.dims().getOrDefault(Dimension.UNIT, ""))));
    for (String unit : units) {
      List<Object> row = new ArrayList<>(List.of(unit, name(unit)));
      figures.forEach(one -> row.add(one.total(Dimension.UNIT, unit)));
      rows.add(row);
    }
    return rows;
  }

  private String name(String unit) {
    return directory.unit(unit, report.to()).map(Unit::name).orElse("");
  }

  private List<List<Object>> definitions() {
    List<List<Object>> rows = new ArrayList<>(List.of(List.of("key", "label", "unit", "by")));
    for (Counted figure : report.figures()) {
      List<String> dims = figure.dims().stream().map(Dimension::key).toList();
      rows.add(List.of(figure.key(), figure.label(locale), figure.unit(), String.join(", ", dims)));
    }
    rows.add(List.of("estimate", Text.of("report.estimate").in(locale), "", "network"));
    return rows;
  }
}
