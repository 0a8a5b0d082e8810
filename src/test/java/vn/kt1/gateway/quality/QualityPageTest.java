package vn.kt1.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The page for two signatures, as PDF and as XLSX. */
class QualityPageTest {

  private static final Path GOLDEN = Path.of("src/test/resources/quality/page.txt");

  private final QualityPage page = new QualityPage();

  @Test
  void says_what_it_always_said() throws IOException {
    String text = text(page.print(Months.of(Months.AS_OF, Months.one())));
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void a_month_that_is_not_over_is_preliminary() throws IOException {
    assertThat(text(page.print(Months.of(Instant.parse("2026-10-31T16:59:59Z"), List.of()))))
        .contains("TẠM TÍNH", "không chấp nhận bưu gửi KT1 nào");
    assertThat(text(page.print(Months.of(Instant.parse("2026-10-31T17:00:00Z"), List.of()))))
        .doesNotContain("TẠM TÍNH");
  }

  @Test
  void a_long_month_repeats_its_header_and_loses_no_row() throws IOException {
    List<QualityRow> rows = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      rows.add(
          Months.answered(
              Months.row("HP00-LONG-%06d".formatted(i), null, null), false, "y".repeat(200)));
    }
    byte[] pdf = page.print(Months.of(Months.AS_OF, rows));
    String text = text(pdf);
    rows.forEach(row -> assertThat(text).contains(row.shipmentId()));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(text.split("Số hiệu bưu gửi", -1)).hasSize(document.getNumberOfPages() + 1);
    }
    write("long", pdf);
  }

  @Test
  void markup_in_a_reason_is_printed_letter_by_letter() throws IOException {
    String reason = "<b>x</b> ${7*7} &amp;";
    QualityRow row = Months.answered(Months.row("HP00-MARK", null, null), false, reason);
    String text = text(page.print(Months.of(Months.AS_OF, List.of(row))));
    // Lines may break within it: compare without blanks.
    assertThat(text.replaceAll("\\s", "")).contains(reason.replace(" ", ""));
  }

  @Test
  void the_workbook_has_texts_only_and_the_figures_of_the_page() throws IOException {
    QualityRow evil = Months.answered(Months.row("HP00-EVIL", null, null), false, "=1+1");
    List<QualityRow> rows = new ArrayList<>(Months.one());
    rows.add(evil);
    byte[] xlsx = QualityWorkbook.of(Months.of(Months.AS_OF, rows));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
          }
        }
      }
      assertThat(cells(book.getSheet("Tổng hợp").getRow(7)))
          .containsExactly("Đúng thời gian", "2", "25,0%");
      assertThat(cells(book.getSheet("Chi tiết").getRow(8))).endsWith("Không đồng ý: =1+1");
      assertThat(book.getSheet("Chi tiết").getLastRowNum()).isEqualTo(8);
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell.getStringCellValue()));
    return Collections.unmodifiableList(cells);
  }

  private static String text(byte[] pdf) throws IOException {
    write("page", pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\r", "");
    }
  }

  /** To look at. */
  private static void write(String name, byte[] pdf) throws IOException {
    String folder = System.getProperty("quality.look");
    if (folder != null) {
      Files.write(Path.of(folder, name + "-" + pdf.length + ".pdf"), pdf);
    }
  }
}
