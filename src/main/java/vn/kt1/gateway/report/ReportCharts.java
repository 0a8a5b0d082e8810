package vn.kt1.gateway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.kt1.gateway.report.document.Letter.Bars;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.shipment.Text;

/** Charts of a report: where people look rather than read. */
final class ReportCharts {

  private static final List<String> TIMINGS =
      List.of("on-time", "late", "no-target", "excluded", "under-way");

  private ReportCharts() {}

  static List<Bars> of(Report report, Locale locale) {
    return List.of(months(report, locale), timings(report, locale));
  }

  /** Months that were merged stand together in their own bar. */
  static Bars months(Report report, Locale locale) {
    Map<String, Long> months = new TreeMap<>();
    report.figure("volume-by-month").cells().stream()
        .filter(cell -> !cell.estimate())
        .forEach(
            cell ->
                months.merge(
                    cell.dims().getOrDefault(Dimension.MONTH, ""), cell.value(), Long::sum));
    List<String> labels = new ArrayList<>();
    months
        .keySet()
        .forEach(
            month ->
                labels.add(
                    month.equals(SmallCells.ALL) ? Text.of("report.merged").in(locale) : month));
    return new Bars(
        Text.of("report.chart.months").in(locale), labels, new ArrayList<>(months.values()));
  }

  static Bars timings(Report report, Locale locale) {
    List<Counted> figures = TIMINGS.stream().map(report::figure).toList();
    return new Bars(
        Text.of("report.chart.timings").in(locale),
        figures.stream().map(figure -> figure.label(locale)).toList(),
        figures.stream().map(Counted::total).toList());
  }
}
