package vn.kt1.gateway.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Attachment;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.figures.Span;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** Writes the mails about a report. The text holds no figure, so none by degree. */
@Component
class ReportMail {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  private final Directory directory;
  private final ReportVersions versions;

  ReportMail(Directory directory, ReportVersions versions) {
    this.directory = directory;
    this.versions = versions;
  }

  Notice sent(KeptReport report, Recipient to) {
    boolean last = report.stage() == Stage.FINAL;
    return notice(report, to, last ? "report.mail" : "report.mail.preliminary", "");
  }

  Notice waiting(KeptReport report, Recipient to) {
    return notice(report, to, "report.mail.waiting", "-waiting");
  }

  private Notice notice(KeptReport report, Recipient to, String words, String occasion) {
    String reference =
        report.id() + (report.stage() == Stage.FINAL ? "" : "-preliminary") + occasion;
    return new Notice(
        Notice.Kind.REPORT,
        report.id() + "-v" + report.version() + occasion,
        reference,
        to,
        MailWords.of(text(report, words)),
        attachments(report),
        "");
  }

  private List<Attachment> attachments(KeptReport report) {
    return Stream.of(Form.DOCX, Form.XLSX, Form.PDF)
        .map(
            form ->
                new Attachment(report.fileName(form), form.mediaType, versions.bytes(report, form)))
        .toList();
  }

  private Text text(KeptReport report, String words) {
    Span span =
        ReportCalendar.period(directory.province(report.province()), report.year()).orElseThrow();
    return Text.of(
        words,
        directory.province(report.province()).name(),
        String.valueOf(report.year()),
        DAY.format(span.from()),
        DAY.format(span.to()),
        TIME.format(report.asOf().atOffset(VietnamTime.OFFSET)),
        report.sha256(),
        String.valueOf(report.version()));
  }
}
