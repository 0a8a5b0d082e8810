package vn.kt1.gateway.report;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.document.Letter;
import vn.kt1.gateway.report.document.LetterDocx;
import vn.kt1.gateway.report.document.LetterPdf;

/** Makes the documents of a report: letter and page have the same content, from one model. */
@Component
class ReportDocuments {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Directory directory;
  private final Returns returns;
  private final LetterPdf pdf = new LetterPdf();

  ReportDocuments(Directory directory, Returns returns) {
    this.directory = directory;
    this.returns = returns;
  }

  Map<Form, byte[]> of(Report report) {
    Map<Form, byte[]> made = new EnumMap<>(Form.class);
    Letter letter = letter(report);
    made.put(Form.DOCX, LetterDocx.of(letter));
    made.put(Form.PDF, pdf.of(letter));
    made.put(Form.XLSX, workbook(report, VIETNAMESE));
    return made;
  }

  byte[] one(Report report, Form form) {
    return form == Form.PDF ? pdf.of(letter(report)) : LetterDocx.of(letter(report));
  }

  byte[] workbook(Report report, Locale locale) {
    return new ReportSheets(report, locale, directory).write();
  }

  private Letter letter(Report report) {
    return new ReportLetters(
            report,
            directory,
            returns.filed(report.province(), report.year()),
            returns.missing(report))
        .letter();
  }
}
