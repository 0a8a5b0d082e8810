package vn.kt1.gateway.report;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** The calls by which a Department makes, approves and sends versions of its report. */
@Component
public class ReportDesk {

  private final ReportReading reading;
  private final ReportVersions versions;
  private final ReportSending sending;

  ReportDesk(ReportReading reading, ReportVersions versions, ReportSending sending) {
    this.reading = reading;
    this.versions = versions;
    this.sending = sending;
  }

  private record Asked(String province, int year) {}

  private Asked asked(Call call, Parameters parameters) {
    ReportReading.mayRead(call.caller());
    int year = parameters.year(call.path().getOrDefault("year", ""));
    String province = parameters.province(call.caller().province());
    parameters.end();
    reading.own(call.caller(), province);
    return new Asked(province, year);
  }

  public HttpAnswer list(Call call) {
    Asked asked = asked(call, Parameters.of(call));
    List<KeptReport> all = versions.all(asked.province(), asked.year());
    return HttpAnswer.ok(
        new AnswerFields().with("items", all.stream().map(ReportJson::version).toList()).done());
  }

  public HttpAnswer one(Call call, String accept) {
    Parameters parameters = Parameters.of(call);
    Form form = ReportReading.form(parameters, accept);
    KeptReport report = kept(call, asked(call, parameters));
    return HttpAnswer.of(200, form.mediaType, versions.bytes(report, form));
  }

  public HttpAnswer make(Call call, String contentType) {
    Parameters parameters = Parameters.of(call);
    Kind kind = ReportReading.kind(parameters);
    Asked asked = asked(call, parameters);
    AskedBody body = AskedBody.of(contentType, call.body());
    Stage stage = body.oneOf("kind", Stage.class, "report-stage");
    body.end();
    KeptReport made =
        versions.make(
            call.actor().name(),
            asked.province(),
            asked.year(),
            kind,
            Objects.requireNonNull(stage));
    return HttpAnswer.of(201, HttpAnswer.JSON, JsonText.of(ReportJson.version(made)));
  }

  public HttpAnswer approve(Call call, String contentType) {
    Asked asked = asked(call, Parameters.of(call));
    AskedBody.ofAny(contentType, call.body()).end();
    KeptReport report = newest(call, asked);
    sending.approve(call.actor(), report);
    return HttpAnswer.ok(ReportJson.version(kept(call, asked)));
  }

  public HttpAnswer send(Call call, String contentType) {
    Asked asked = asked(call, Parameters.of(call));
    AskedBody.ofAny(contentType, call.body()).end();
    KeptReport report = newest(call, asked);
    if (report.approvedAt() == null) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "", "report-not-approved"));
    }
    sending.send(call.actor(), report);
    return HttpAnswer.of(202, HttpAnswer.JSON, JsonText.of(ReportJson.version(kept(call, asked))));
  }

  private KeptReport kept(Call call, Asked asked) {
    String written = call.id("version");
    if (!written.matches("[1-9][0-9]{0,5}")) {
      throw Call.notFound();
    }
    return versions
        .one(asked.province(), asked.year(), Integer.parseInt(written))
        .orElseThrow(Call::notFound);
  }

  /** Somebody may have made another one meanwhile: what was read is not what would go out. */
  private KeptReport newest(Call call, Asked asked) {
    KeptReport report = kept(call, asked);
    boolean newer =
        versions.all(asked.province(), asked.year()).stream()
            .anyMatch(one -> one.kind() == report.kind() && one.version() > report.version());
    if (newer && report.sentAt() == null) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "", "report-not-newest"));
    }
    return report;
  }
}
