package vn.kt1.gateway.report;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;

/** A report as JSON (CONTRACT, 3.5). */
final class ReportJson {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private ReportJson() {}

  static Map<String, @Nullable Object> of(Report report, Locale locale) {
    return fields(report, locale).done();
  }

  /** With the digests of its documents. */
  static Map<String, @Nullable Object> kept(Report report, Map<Form, String> documents) {
    Map<String, String> digests = new TreeMap<>();
    documents.forEach((form, digest) -> digests.put(form.extension(), digest));
    return fields(report, VIETNAMESE)
        .with("stage", String.valueOf(report.stage()))
        .with("countedTo", report.countedTo().toString())
        .with("documents", digests)
        .done();
  }

  private static AnswerFields fields(Report report, Locale locale) {
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
        .with("suppressed", report.suppressed().stream().map(ReportJson::suppressed).toList());
  }

  private static Map<String, @Nullable Object> figure(Counted figure, Locale locale) {
    return new AnswerFields()
        .with("key", figure.key())
        .with("label", figure.label(locale))
        .with("unit", figure.unit())
        .with("cells", figure.cells().stream().map(ReportJson::cell).toList())
        .done();
  }

  static Map<String, @Nullable Object> cell(FigureCell cell) {
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

  static Map<String, @Nullable Object> version(KeptReport report) {
    return new AnswerFields()
        .with("version", report.version())
        .with("sha256", report.sha256())
        .with("kind", report.kind().name())
        .with("stage", report.stage().name())
        .with("asOf", AnswerTimes.show(report.asOf()))
        .with("madeAt", AnswerTimes.show(report.madeAt()))
        .with(
            "approvedAt",
            report.approvedAt() == null ? null : AnswerTimes.show(report.approvedAt()))
        .with("sentAt", report.sentAt() == null ? null : AnswerTimes.show(report.sentAt()))
        .done();
  }
}
