package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;

/** Nothing is read that a clerk does not see when the workbook is opened. SYNTHETIC. */
class XlsxUnseenTest {

  private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
  private static final byte[] BLUE = {0x44, 0x72, (byte) 0xC4};

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void what_nobody_sees_is_refused_by_its_place(String what, Fault fault, byte[] workbook) {
    assertThat(faults(workbook)).contains(fault);
  }

  static Stream<Arguments> what_nobody_sees_is_refused_by_its_place() {
    String rows = "<row r=\"1\">%s</row><row r=\"2\" %s>%s</row>";
    String cells = "<c r=\"A%1$d\" t=\"str\"><v>a</v></c><c r=\"B%1$d\" t=\"str\"><v>b</v></c>";
    return Stream.concat(
        Stream.of(
                "hidden=\"1\"",
                "hidden=\"true\"",
                "hidden=\" 1 \"",
                "ht=\"0\" customHeight=\"1\"",
                "ht=\"0.75\"",
                "hidden=\"1\" outlineLevel=\"1\" collapsed=\"1\"")
            .map(
                row ->
                    arguments(
                        "a row " + row,
                        Hidden.ROW.fault("2"),
                        Books.apart()
                            .rows(rows.formatted(cells.formatted(1), row, cells.formatted(2)))
                            .zip())),
        Stream.of(
            columns("<col min=\"2\" max=\"2\" hidden=\"1\" width=\"9\"/>", "B"),
            columns("<col min=\"1\" max=\"9\" hidden=\"true\"/>", "A"),
            columns("<col min=\"2\" max=\"16384\" width=\"0\" customWidth=\"1\"/>", "B"),
            columns("<col min=\"2\" max=\"2\" width=\"0.1\"/>", "B"),
            arguments("all rows", Hidden.ROW.fault("1"), usual("zeroHeight=\"1\"")),
            arguments("rows of no height", Hidden.ROW.fault("1"), usual("defaultRowHeight=\"0\"")),
            arguments("all columns", Hidden.COLUMN.fault("B"), narrow()),
            styled("white on white", (book, style) -> ink(style, WHITE)),
            styled("nearly white", (book, style) -> ink(style, new byte[] {-6, -6, -6})),
            styled("blue on blue", (book, style) -> ground(ink(style, BLUE), BLUE)),
            styled("very small", (book, style) -> style.getFont().setFontHeightInPoints((short) 1)),
            styled("a format for nothing", (book, style) -> format(book, style, ";;;")),
            styled(
                "a format of blanks",
                (book, style) -> format(book, style, "\" \";\" \";\" \";\" \"")),
            styled(
                "a format that says something else",
                (book, style) -> format(book, style, "0;0;0;\"Thường\"")),
            arguments(
                "the only sheet hidden",
                Hidden.SHEET.fault(""),
                Books.poi(
                    workbook -> {
                      workbook.createSheet();
                      workbook.setActiveSheet(1);
                      workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
                    })),
            arguments(
                "the window hidden",
                Hidden.SHEET.fault(""),
                Books.apart()
                    .change(
                        "xl/workbook.xml",
                        "<workbookView ",
                        "<workbookView visibility=\"veryHidden\" ")
                    .zip())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void what_everybody_sees_is_read(String what, byte[] workbook) {
    assertThat(faults(workbook)).isEmpty();
  }

  static Stream<Arguments> what_everybody_sees_is_read() {
    return Stream.of(
        arguments("a hidden row without a value", withRow("<row r=\"3\" hidden=\"1\"/>")),
        arguments(
            "a hidden row of blank cells",
            withRow("<row r=\"3\" hidden=\"1\"><c r=\"A3\" s=\"0\"/></row>")),
        arguments(
            "a hidden column without a value", column("<col min=\"3\" max=\"9\" hidden=\"1\"/>")),
        arguments(
            "a column shown again", column("<col min=\"1\" max=\"9\" hidden=\"0\" width=\"9\"/>")),
        arguments("white on blue", book((book, style) -> ground(ink(style, WHITE), BLUE))),
        arguments(
            "an amount", book((book, style) -> format(book, style, "#,##0;[Red]-#,##0;\"-\""))),
        arguments("a text format", book((book, style) -> format(book, style, "@"))),
        arguments("a date format", book((book, style) -> format(book, style, "dd/mm/yyyy;@"))),
        arguments(
            "a format of four sections", book((book, style) -> format(book, style, "0;-0;;@"))),
        arguments(
            "a small print",
            book((book, style) -> style.getFont().setFontHeightInPoints((short) 6))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ";;; | n | 5 | false",
        "0;;0 | n | -5 | false",
        "0;-0;; | n | 0 | false",
        "0;-0;;@ | str | a | true",
        "0 | str | a | true",
        "\"x\" | n | 5 | false",
        "\"x\"0 | n | 5 | true",
        "[Red]General | n | 5 | true",
        "[h]:mm | n | 5 | true",
        "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_- | str | a | true",
        "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_- | n | 0 | true",
        "[=1]\"Có\";\"Không\" | n | 1 | false",
        "\"a;b\"0 | n | 5 | true",
        "\\;\\;0 | n | 5 | true"
      })
  void a_format_shows_a_value_or_not(String code, String type, String value, boolean shows) {
    assertThat(NumberFormat.of(code).shows(type, value)).isEqualTo(shows);
  }

  private interface Look {
    void at(XSSFWorkbook workbook, XSSFCellStyle style);
  }

  private static Arguments styled(String what, Look look) {
    return arguments(what, Hidden.UNSEEN_CELL.fault("B2"), book(look));
  }

  private static byte[] book(Look look) {
    return Books.poi(
        workbook -> {
          XSSFCellStyle style = workbook.createCellStyle();
          style.setFont(workbook.createFont());
          look.at(workbook, style);
          workbook.getSheetAt(0).getRow(1).getCell(1).setCellStyle(style);
        });
  }

  private static XSSFCellStyle ink(XSSFCellStyle style, byte[] rgb) {
    XSSFFont font = style.getFont();
    font.setColor(new XSSFColor(rgb));
    return style;
  }

  private static void ground(XSSFCellStyle style, byte[] rgb) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(new XSSFColor(rgb));
  }

  private static void format(XSSFWorkbook workbook, XSSFCellStyle style, String code) {
    style.setDataFormat(workbook.createDataFormat().getFormat(code));
  }

  private static Arguments columns(String column, String letter) {
    return arguments("columns " + column, Hidden.COLUMN.fault(letter), column(column));
  }

  private static byte[] column(String column) {
    Books books = Books.apart();
    String sheet = books.text(Books.SHEET);
    return books
        .with(Books.SHEET, sheet.replaceFirst("<cols>.*</cols>", "<cols>" + column + "</cols>"))
        .zip();
  }

  private static byte[] usual(String attributes) {
    Books books = Books.apart();
    String sheet = books.text(Books.SHEET);
    return books
        .with(
            Books.SHEET,
            sheet.replaceFirst("<sheetFormatPr[^>]*>", "<sheetFormatPr " + attributes + "/>"))
        .zip();
  }

  private static byte[] narrow() {
    return usual("defaultRowHeight=\"15\" defaultColWidth=\"0\"");
  }

  private static byte[] withRow(String row) {
    return Books.apart().change(Books.SHEET, "</sheetData>", row + "</sheetData>").zip();
  }

  private static List<Fault> faults(byte[] workbook) {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class, () -> Xlsx.read(workbook, Xlsx.Limits.usual(), (number, cells) -> {}));
    return rejected == null ? List.of() : rejected.faults();
  }
}
