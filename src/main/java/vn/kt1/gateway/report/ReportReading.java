package vn.kt1.gateway.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Answers {@code GET /reports/{year}}: as JSON, or as the workbook. */
@Component
public class ReportReading {

  private static final MediaType XLSX = MediaType.parseMediaType(ReportWorkbook.MEDIA_TYPE);

  private final Reports reports;
  private final Directory directory;

  ReportReading(Reports reports, Directory directory) {
    this.reports = reports;
    this.directory = directory;
  }

  /**
   * @param accept the {@code Accept} header of the caller; the parameter {@code as} comes first
   */
  public HttpAnswer report(Call call, String accept) {
    Caller caller = call.caller();
    mayRead(caller);
    Parameters parameters = Parameters.of(call);
    int year = parameters.year(call.path().getOrDefault("year", ""));
    String province = parameters.province(caller.province());
    boolean workbook = parameters.only("as", "xlsx") || workbookPreferred(accept);
    parameters.end();
    Report report = read(caller, province, year);
    return workbook
        ? HttpAnswer.of(200, ReportWorkbook.MEDIA_TYPE, ReportWorkbook.of(report, call.locale()))
        : HttpAnswer.ok(json(report, call.locale()));
  }

  private static boolean workbookPreferred(String accept) {
    return MediaType.parseMediaTypes(accept).stream()
        .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
        .filter(
            type -> type.includes(MediaType.APPLICATION_JSON) || type.equalsTypeAndSubtype(XLSX))
        .findFirst()
        .filter(type -> type.equalsTypeAndSubtype(XLSX))
        .isPresent();
  }

  /** SECURITY: who may read reports at all (CONTRACT, 3.4). */
  private static void mayRead(Caller caller) {
    switch (caller.role()) {
      case DEPARTMENT, POLICY_OFFICER, AUDITOR -> {}
      default -> throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
    }
  }

  private Report read(Caller caller, String province, int year) {
    // SECURITY: for a department, the report of another province does not exist.
    boolean own = caller.role() != Role.DEPARTMENT || province.equals(caller.province());
    if (!own || !directory.hasProvince(province)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
    // SECURITY: a caller who may not see the degree of a shipment must not learn it from a count.
    return caller.seesDegree("")
        ? reports.whole(province, year)
        : reports.withoutDegrees(province, year);
  }

  private static Map<String, @Nullable Object> json(Report report, Locale locale) {
    return new AnswerFields()
        .with("year", report.year())
        .with("province", report.province())
        .with("kind", report.kind().name())
        .with(
            "period",
            new AnswerFields()
                .with("from", report.from().toString())
                .with("to", report.to().toString())
                .done())
        .with("asOf", AnswerTimes.show(report.asOf()))
        .with("version", report.version())
        .with("figures", report.figures().stream().map(f -> figure(f, locale)).toList())
        .with("suppressed", report.suppressed().stream().map(ReportReading::suppressed).toList())
        .done();
  }

  private static Map<String, @Nullable Object> figure(Counted figure, Locale locale) {
    return new AnswerFields()
        .with("key", figure.key())
        .with("label", figure.label(locale))
        .with("unit", "items")
        .with("cells", figure.cells().stream().map(ReportReading::cell).toList())
        .done();
  }

  private static Map<String, @Nullable Object> cell(FigureCell cell) {
    AnswerFields dims = new AnswerFields();
    cell.dims().forEach((dim, value) -> dims.with(dim.key(), value));
    return new AnswerFields()
        .with("n", cell.n())
        .with("dims", dims.done())
        .with("value", cell.value())
        .with("estimate", cell.estimate())
        .done();
  }

  private static Map<String, @Nullable Object> suppressed(Report.Suppressed suppressed) {
    return new AnswerFields()
        .with("figure", suppressed.figure())
        .with("cells", suppressed.cells())
        .done();
  }
}
