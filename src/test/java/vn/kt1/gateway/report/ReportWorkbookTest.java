package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.Report.Suppressed;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.testing.WrittenFiles;

/** Workbooks of reports, read by another program than the one that writes them. */
class ReportWorkbookTest {

  private static final Directory DIRECTORY =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));

  private static final Counted VOLUME =
      new Counted(
          "volume",
          "items",
          List.of(Dimension.SECRECY, Dimension.UNIT),
          List.of(
              new FigureCell(
                  1, Map.of(Dimension.SECRECY, "ALL", Dimension.UNIT, "H24.16"), 12, false),
              new FigureCell(
                  2,
                  Map.of(Dimension.SECRECY, "B", Dimension.UNIT, "H24.31"),
                  3_000_000_000L,
                  false)));
  private static final Counted HELD =
      new Counted(
          "held",
          "items",
          List.of(Dimension.UNIT),
          List.of(new FigureCell(1, Map.of(Dimension.UNIT, "H24.16"), 1, false)));

  @Test
  void every_cell_of_a_figure_is_a_row_under_one_header() throws IOException {
    try (XSSFWorkbook book = read(report(1, VOLUME, HELD))) {
      assertThat(rows(book.getSheet("figures")))
          .containsExactly(
              List.of("key", "label", "unit", "secrecy", "unit", "value"),
              List.of("volume", "Items routed", "items", "ALL", "H24.16", 12.0),
              List.of("volume", "Items routed", "items", "B", "H24.31", 3e9),
              List.of("held", "Items held, waiting for an answer", "items", "", "H24.16", 1.0));
    }
  }

  @Test
  void the_second_sheet_says_of_what_and_when() throws IOException {
    try (XSSFWorkbook book = read(report(1, VOLUME))) {
      assertThat(book)
          .extracting(Sheet::getSheetName)
          .containsExactly("figures", "report", "estimates", "units", "definitions", "charts");
      assertThat(rows(book.getSheet("report")))
          .containsExactly(
              List.of("year", "2026"),
              List.of("province", "hai-phong"),
              List.of("kind", "TO_DEPARTMENT"),
              List.of("stage", "FINAL"),
              List.of("from", "2025-12-15"),
              List.of("to", "2026-12-14"),
              List.of("counted_to", "2026-12-14"),
              List.of("as_of", "2026-11-24T09:00+07:00"),
              List.of("version", "1"),
              List.of("merged.volume", "1"));
    }
  }

  @Test
  void a_report_of_nothing_has_a_header_and_no_version() throws IOException {
    try (XSSFWorkbook book = read(report(null))) {
      assertThat(rows(book.getSheet("figures")))
          .containsExactly(List.of("key", "label", "unit", "value"));
      assertThat(rows(book.getSheet("report"))).contains(List.of("version", ""));
    }
  }

  @Test
  void labels_are_in_the_language_asked_for() throws IOException {
    byte[] bytes = workbook(report(1, VOLUME), Locale.forLanguageTag("vi"));

    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(rows(book.getSheet("figures")).get(1)).contains("Số bưu gửi được định tuyến");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://127.0.0.1/\")",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "007",
        "<f>1+1</f>",
        "]]>&amp;\"'",
        " Đặng 𝟙 "
      })
  void a_text_stays_that_text_whatever_it_looks_like(String text) throws IOException {
    FigureCell cell = new FigureCell(1, Map.of(Dimension.UNIT, text), 1, false);
    Report report = report(1, new Counted("held", "items", List.of(Dimension.UNIT), List.of(cell)));

    try (XSSFWorkbook book = read(report)) {
      org.apache.poi.ss.usermodel.Cell found = book.getSheet("figures").getRow(1).getCell(3);
      assertThat(found.getCellType()).isEqualTo(CellType.STRING);
      assertThat(found.getStringCellValue()).isEqualTo(text);
    }
  }

  @Test
  void is_written_in_memory() throws IOException {
    assertThat(WrittenFiles.by(() -> workbook(report(1, VOLUME, HELD), Locale.ENGLISH))).isEmpty();
  }

  private static Report report(@Nullable Integer version, Counted... figures) {
    return new Report(
        2026,
        "hai-phong",
        Kind.TO_DEPARTMENT,
        Stage.FINAL,
        LocalDate.of(2025, 12, 15),
        LocalDate.of(2026, 12, 14),
        LocalDate.of(2026, 12, 14),
        Instant.parse("2026-11-24T02:00:00Z"),
        version,
        List.of(figures),
        List.of(new Suppressed("volume", 1)));
  }

  private static byte[] workbook(Report report, Locale locale) {
    return new ReportSheets(report, locale, DIRECTORY).write();
  }

  private static XSSFWorkbook read(Report report) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(workbook(report, Locale.ENGLISH)));
  }

  private static List<List<Object>> rows(Sheet sheet) {
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<Object> cells = new ArrayList<>();
      row.forEach(
          cell ->
              cells.add(
                  cell.getCellType() == CellType.NUMERIC
                      ? cell.getNumericCellValue()
                      : cell.getStringCellValue()));
      rows.add(cells);
    }
    return rows;
  }
}
