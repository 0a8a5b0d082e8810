package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.WrittenFiles;

class XlsxTest {

  @Test
  void reads_texts_numbers_and_serial_dates_as_they_are_written() throws IOException {
    byte[] workbook =
        workbook(
            List.of("item_code", "status_code", "occurred_at"),
            List.of("MK123456785VN", 14.0, LocalDateTime.of(2026, 11, 22, 9, 5, 7)),
            List.of(),
            List.of("MK123456785VN", 1.5, "22/11/2026 09:05:07"));

    assertThat(Books.lines(workbook))
        .containsExactly(
            List.of("item_code", "status_code", "occurred_at"),
            List.of("MK123456785VN", "14", "2026-11-22T09:05:07"),
            List.of(),
            List.of("MK123456785VN", "1.5", "22/11/2026 09:05:07"));
  }

  @Test
  void half_a_workbook_is_malformed() throws IOException {
    byte[] whole = workbook(List.of("item_code"), List.of("x"));
    for (int length : new int[] {4, 40, whole.length / 2, whole.length - 10}) {
      byte[] half = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Books.lines(half))
          .isInstanceOfSatisfying(
              Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.MALFORMED));
    }
  }

  @Test
  void an_empty_sheet_is_malformed() throws IOException {
    assertThatThrownBy(() -> Books.lines(workbook())).isInstanceOf(Rejected.class);
  }

  @Test
  void stored_values_become_the_text_a_reader_expects() {
    assertThat(
            rows(
                """
                <row><c><v>20260826.0</v></c><c><v>1.23E+12</v></c><c><v>46350.375</v></c>
                  <c><v>-0</v></c><c><v>0.1</v></c></row>
                <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>
                  <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="str"><f>A1</f><v>a_x0041_</v></c></row>
                <row><c t="inlineStr"><is><r><t>Tối </t></r><r><t>mật</t></r></is></c>
                  <c t="d"><v>2026-11-22</v></c><c t="d"><v>2026-11-22T09:05:07.000Z</v></c></row>
                """))
        .containsExactly(
            List.of("20260826", "1230000000000", "46350.375", "0", "0.1"),
            List.of("true", "false", "#N/A", "", "aA"),
            List.of("Tối mật", "2026-11-22T00:00:00", "2026-11-22T09:05:07"));
  }

  @Test
  void a_fraction_of_a_second_is_rounded() throws IOException {
    byte[] half = workbook(List.of(LocalDateTime.of(2026, 11, 22, 9, 5, 6, 600_000_000)));
    assertThat(Books.lines(half).get(0)).containsExactly("2026-11-22T09:05:07");
  }

  @Test
  void days_may_count_from_1904() throws IOException {
    byte[] since1900 = workbook(List.of(LocalDateTime.of(2026, 11, 22, 9, 5, 7)));
    Books since1904 =
        Books.apart(since1900)
            .change(
                "xl/workbook.xml", "<workbookPr date1904=\"false\"", "<workbookPr date1904=\"1\"");
    assertThat(Books.lines(since1904.zip()).get(0)).containsExactly("2030-11-23T09:05:07");
  }

  @Test
  void the_strict_edition_of_the_standard_is_read_too() {
    Books strict = Books.apart();
    for (String part : strict.names()) {
      strict.with(
          part,
          strict
              .text(part)
              .replace(
                  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                  "http://purl.oclc.org/ooxml/spreadsheetml/main")
              .replace(
                  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                  "http://purl.oclc.org/ooxml/officeDocument/relationships"));
    }
    assertThat(Books.lines(strict.zip()))
        .containsExactly(List.of("envelope_id", "secrecy"), List.of("A-1", "Mật"));
  }

  @Test
  void rows_have_the_numbers_excel_shows() {
    Map<Integer, List<String>> rows = new LinkedHashMap<>();
    byte[] workbook =
        Books.apart()
            .rows(
                """
                <row r="2"/>
                <row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c><c r="E3" s="0"/></row>
                <row r="5"><c r="A5" t="str"><v> </v></c></row>
                <row r="6"><c r="C6"><v>3</v></c><c r="A6"><v>4</v></c></row>
                <row r="9"><c r="A9"/></row>
                """)
            .with(Books.STRINGS, "<sst/>")
            .zip();
    Xlsx.read(workbook, Xlsx.Limits.usual(), rows::put);
    assertThat(rows)
        .containsExactly(
            Map.entry(3, List.of("", "1", "", "2")),
            Map.entry(4, List.of()),
            Map.entry(5, List.of()),
            Map.entry(6, List.of("4", "", "3")));
  }

  @Test
  void a_merged_range_shows_its_first_cell_in_each() throws IOException {
    byte[] workbook =
        Books.poi(
            book -> {
              Books.cell(book, 2, 0, "A-2");
              Books.cell(book, 3, 1, "Tối mật");
              Books.cell(book, 5, 2, "x");
              book.getSheetAt(0).addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
              book.getSheetAt(0).addMergedRegion(new CellRangeAddress(5, 5, 2, 4));
            });
    assertThat(Books.lines(workbook))
        .containsExactly(
            List.of("envelope_id", "secrecy"),
            List.of("A-1", "Mật"),
            List.of("A-2"),
            List.of("A-2", "Tối mật"),
            List.of(),
            List.of("", "", "x", "x", "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'/><row r='2'/>",
        "<row r='2'/><row r='1'/>",
        "<row r='0'/>",
        "<row r='1048577'/>",
        "<row r='a'/>",
        "<row r='1'><c r='A2'><v>1</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v><v>2</v></c></row>",
        "<row r='1'><c r='1A'><v>1</v></c></row>",
        "<row><c t='s'><v>99</v></c></row>",
        "<row><c t='s'><v>-1</v></c></row>",
        "<row><c t='zz'><v>1</v></c></row>",
        "<row><c><v>one</v></c></row>",
        "<row><c><v>1e999</v></c></row>",
        "<row><c><v>NaN</v></c></row>",
        "<row><c t='d'><v>yesterday</v></c></row>",
        "<c><v>1</v></c>",
      })
  void a_sheet_no_office_program_writes_is_malformed(String rows) {
    assertMalformed(Books.apart().rows(rows).zip());
  }

  @Test
  void an_archive_that_is_no_workbook_is_malformed() {
    for (String part : List.of("_rels/.rels", "xl/workbook.xml", Books.SHEET, Books.STRINGS)) {
      assertMalformed(Books.apart().without(part).zip());
      assertMalformed(Books.apart().with(part, "no XML").zip());
      assertMalformed(Books.apart().with(part, "<a/>").zip());
    }
    assertMalformed(new byte[0]);
  }

  @Test
  void what_the_taker_of_a_row_throws_comes_through() {
    assertThatThrownBy(
            () ->
                Xlsx.read(
                    Books.plain(),
                    Xlsx.Limits.usual(),
                    (number, cells) -> {
                      throw new IllegalStateException("mine");
                    }))
        .hasMessage("mine");
  }

  @Test
  void is_read_in_memory() throws IOException {
    byte[] workbook = Books.plain();

    assertThat(WrittenFiles.by(() -> Xlsx.read(workbook, Xlsx.Limits.usual(), (row, cells) -> {})))
        .isEmpty();
    assertThat(WrittenFiles.by(() -> Zips.streamed(List.of("envelope_id"))))
        .as("what would be seen")
        .isNotEmpty();
  }

  private static List<List<String>> rows(String rows) {
    return Books.lines(Books.apart().rows(rows).zip());
  }

  private static void assertMalformed(byte[] bytes) {
    assertThatThrownBy(() -> Books.lines(bytes))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(Code.MALFORMED));
  }

  @SafeVarargs
  private static byte[] workbook(List<Object>... lines) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("status");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy hh:mm:ss"));
      for (int number = 0; number < lines.length; number++) {
        if (!lines[number].isEmpty()) {
          write(sheet.createRow(number), lines[number], date);
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(XSSFRow row, List<Object> values, CellStyle date) {
    for (Object value : values) {
      XSSFCell cell = row.createCell(row.getPhysicalNumberOfCells());
      if (value instanceof Double number) {
        cell.setCellValue(number);
      } else if (value instanceof LocalDateTime time) {
        cell.setCellValue(time);
        cell.setCellStyle(date);
      } else {
        cell.setCellValue(value.toString());
      }
    }
  }
}
