package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.figures.SeededYear;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.testing.Database;

/** A SYNTHETIC year as the documents that are mailed. */
class ReportDocumentsIT {

  private static final Path GOLDEN = Path.of("src/test/resources/samples/report");

  private static Database database;
  private static ReportRoom room;

  @BeforeAll
  static void enter() {
    database = Database.fresh();
    room = new ReportRoom(database);
    SeededYear.write(database.owner(), 2026, 600, 11);
    room.clock.set("2026-12-03T07:00:00+07:00");
    file("H24.16", 90);
    file(ReturnForm.OF_THE_POST, 800);
  }

  @AfterAll
  static void leave() {
    room.close();
    database.close();
  }

  private static void file(String reporter, long sent) {
    List<Answer> said =
        ReturnForm.of(reporter).lines().stream()
            .map(
                line ->
                    new Answer(
                        line.key(),
                        null,
                        line.key().equals("sent") ? sent : null,
                        line.key().equals("proposals") ? "Mở thêm điểm nhận gửi" : null,
                        line.key().equals("sent") ? "đếm theo sổ" : null))
            .toList();
    room.get(Returns.class)
        .file(new Actor("somebody", null), "hai-phong", 2026, reporter, "API", said);
  }

  @ParameterizedTest
  @EnumSource
  void letter_and_page_say_the_same_in_the_words_of_the_golden_file(Kind kind) throws IOException {
    Map<Form, byte[]> made = made(kind);
    String docx = docx(made.get(Form.DOCX));
    Path golden = GOLDEN.resolve("letter-" + kind + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, docx);
    }
    assertThat(docx).isEqualTo(Files.readString(golden));
    String pdf = words(pdf(made.get(Form.PDF)));
    for (String line : docx.lines().toList()) {
      for (String cell : line.split("\t")) {
        assertThat(pdf).contains(words(cell));
      }
    }
  }

  @Test
  void nothing_that_is_mailed_tells_a_degree() throws IOException {
    Map<Form, byte[]> made = made(Kind.TO_DEPARTMENT);
    String all = docx(made.get(Form.DOCX)) + pdf(made.get(Form.PDF)) + xlsx(made.get(Form.XLSX));
    assertThat(all)
        .doesNotContainPattern("(?iu)tuyệt mật|tối mật|SECRET|CONFIDENTIAL|KT1_[ABC]|EXPRESS");
  }

  @Test
  void the_letter_keeps_to_the_rules_of_administrative_documents() throws IOException {
    try (XWPFDocument letter =
        new XWPFDocument(new ByteArrayInputStream(made(Kind.TO_DEPARTMENT).get(Form.DOCX)))) {
      var section = letter.getDocument().getBody().getSectPr();
      assertThat(section.getPgSz().getW().toString()).as("A4").isEqualTo("11906");
      assertThat(section.getPgMar().getLeft().toString()).as("30 mm").isEqualTo("1710");
      assertThat(letter.getParagraphs())
          .flatExtracting(paragraph -> paragraph.getRuns())
          .filteredOn(run -> !run.text().isBlank())
          .allSatisfy(run -> assertThat(run.getFontFamily()).isEqualTo("Times New Roman"));
      assertThat(letter.getCharts()).as("native charts").hasSize(2);
    }
  }

  @Test
  void every_page_of_the_pdf_has_its_stamp_and_its_font_inside() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(made(Kind.TO_DEPARTMENT).get(Form.PDF))) {
      PDFTextStripper text = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        text.setStartPage(page);
        text.setEndPage(page);
        assertThat(text.getText(pdf)).contains("tính đến 07:00 03/12/2026", "SƠ BỘ");
      }
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void the_workbook_has_native_charts_and_estimates_apart() throws IOException {
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(made(Kind.TO_DEPARTMENT).get(Form.XLSX)))) {
      assertThat(book.getSheet("charts").getDrawingPatriarch().getCharts()).hasSize(2);
      assertThat(book.getSheet("estimates").getLastRowNum()).isPositive();
    }
  }

  private static Map<Form, byte[]> made(Kind kind) throws IOException {
    Report report =
        room.get(Reports.class).mailed("hai-phong", 2026, kind, Stage.PRELIMINARY).versioned(1);
    Map<Form, byte[]> made = room.get(ReportDocuments.class).of(report);
    String keep = System.getProperty("report.keep");
    if (keep != null) {
      for (Map.Entry<Form, byte[]> one : made.entrySet()) {
        Files.write(Path.of(keep, kind + "." + one.getKey().extension()), one.getValue());
      }
    }
    return made;
  }

  private static String docx(byte[] bytes) throws IOException {
    try (XWPFDocument letter = new XWPFDocument(new ByteArrayInputStream(bytes));
        XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
      return text.getText();
    }
  }

  private static String pdf(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static String xlsx(byte[] bytes) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      return book.getSharedStringSource().getSharedStringItems().stream()
          .map(Object::toString)
          .collect(Collectors.joining("\n"));
    }
  }

  /** Lines of a page break elsewhere, and its rules are no letters. */
  private static String words(String text) {
    return text.replaceAll("[\\s―]+", "");
  }
}
