package vn.kt1.gateway.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.report.figures.Figure;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.report.figures.Figures;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Opens a cell of a report: which shipments stand behind it. */
@Component
public class ReportCells {

  private static final String SHIPMENT_ID = "[A-Z0-9-]{1,16}";

  private final Reports reports;
  private final ReportReading reading;

  ReportCells(Reports reports, ReportReading reading) {
    this.reports = reports;
    this.reading = reading;
  }

  /** The cells are those of the report as this caller reads it now. */
  public HttpAnswer cell(Call call) {
    ReportReading.mayRead(call.caller());
    Parameters parameters = Parameters.of(call);
    int year = parameters.year(call.path().getOrDefault("year", ""));
    String province = parameters.province(call.caller().province());
    @Nullable String cursor = parameters.named("cursor", SHIPMENT_ID);
    int limit = parameters.limit();
    parameters.end();
    reading.own(call.caller(), province);
    Report report = reading.read(call.caller(), province, year, Report.Kind.TO_DEPARTMENT);
    Figure figure = Figures.named(call.id("key")).orElseThrow(Call::notFound);
    FigureCell cell = cell(call, report, figure);
    List<String> found =
        reports.shipments(report, figure, cell, cursor == null ? "" : cursor, limit + 1);
    List<String> page = found.subList(0, Math.min(limit, found.size()));
    return HttpAnswer.ok(
        new AnswerFields()
            .with("figure", figure.key())
            .with("cell", ReportJson.cell(cell))
            .with("items", page.stream().map(id -> Map.of("shipmentId", id)).toList())
            .with("nextCursor", found.size() > limit ? page.get(limit - 1) : null)
            .done());
  }

  private static FigureCell cell(Call call, Report report, Figure figure) {
    int n = number(call.id("n"));
    return report.figures().stream()
        .filter(one -> one.key().equals(figure.key()))
        .findFirst()
        .flatMap(one -> one.cell(n))
        .orElseThrow(Call::notFound);
  }

  private static int number(String written) {
    if (!written.matches("[1-9][0-9]{0,6}")) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
    return Integer.parseInt(written);
  }
}
