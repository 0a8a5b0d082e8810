package vn.kt1.gateway.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Answers {@code GET /reports/{year}}: as JSON, or as a document. */
@Component
public class ReportReading {

  private final Reports reports;
  private final ReportDocuments documents;
  private final Directory directory;

  ReportReading(Reports reports, ReportDocuments documents, Directory directory) {
    this.reports = reports;
    this.documents = documents;
    this.directory = directory;
  }

  /**
   * @param accept the {@code Accept} header of the caller; the parameter {@code as} comes first
   */
  public HttpAnswer report(Call call, String accept) {
    mayRead(call.caller());
    Parameters parameters = Parameters.of(call);
    int year = parameters.year(call.path().getOrDefault("year", ""));
    String province = parameters.province(call.caller().province());
    Kind kind = kind(parameters);
    Form form = form(parameters, accept);
    parameters.end();
    own(call.caller(), province);
    Report report = read(call.caller(), province, year, kind);
    return switch (form) {
      case JSON -> HttpAnswer.ok(ReportJson.of(report, call.locale()));
      // The workbook of the caller's own cells; letters are as they are mailed.
      case XLSX -> HttpAnswer.of(200, form.mediaType, documents.workbook(report, call.locale()));
      case DOCX, PDF ->
          HttpAnswer.of(
              200, form.mediaType, documents.one(reports.mailed(province, year, kind, null), form));
    };
  }

  /** SECURITY: who may read reports at all (CONTRACT, 3.4). */
  static void mayRead(Caller caller) {
    switch (caller.role()) {
      case DEPARTMENT, POLICY_OFFICER, AUDITOR -> {}
      default -> throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
    }
  }

  /** SECURITY: for a department, the report of another province does not exist. */
  void own(Caller caller, String province) {
    boolean own = caller.role() != Role.DEPARTMENT || province.equals(caller.province());
    if (!own || !directory.hasProvince(province)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
  }

  static Kind kind(Parameters parameters) {
    return Optional.ofNullable(parameters.read("kind", Kind::valueOf)).orElse(Kind.TO_DEPARTMENT);
  }

  static Form form(Parameters parameters, String accept) {
    @Nullable Form asked =
        parameters.read("as", text -> Form.valueOf(text.toUpperCase(Locale.ROOT)));
    return asked != null ? asked : preferred(accept);
  }

  private static Form preferred(String accept) {
    List<MediaType> types = MediaType.parseMediaTypes(accept);
    return types.stream()
        .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
        .flatMap(
            type ->
                Arrays.stream(Form.values())
                    .filter(form -> type.includes(MediaType.parseMediaType(form.mediaType))))
        .findFirst()
        .orElse(Form.JSON);
  }

  /** SECURITY: a caller who may not see a degree must not learn it from a count. */
  Report read(Caller caller, String province, int year, Kind kind) {
    return caller.seesDegree("")
        ? reports.whole(province, year, kind)
        : reports.withoutDegrees(province, year, kind);
  }
}
