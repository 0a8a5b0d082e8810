package vn.kt1.gateway.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbooks of the golden pairs (SYNTHETIC), as a clerk's Excel might write them. */
final class WorkbookSamples {

  private static final List<String> HEADER =
      List.of(
          "hand_off_id",
          "sender",
          "handed_off_at",
          "envelope_id",
          "recipient_code",
          "secrecy",
          "entered_in_register",
          "weight_g");
  private static final String AT = "2026-11-22T09:00:00+07:00";

  private static final Map<String, Consumer<XSSFWorkbook>> SAMPLES = new TreeMap<>();

  static {
    SAMPLES.put("minimal", book -> filled(first(book), 0));
    SAMPLES.put("titles-above-the-header", WorkbookSamples::titles);
    SAMPLES.put("header-in-row-20", book -> filled(first(book), 19));
    SAMPLES.put("header-in-row-21", WorkbookSamples::headerTooLow);
    SAMPLES.put("header-in-row-21-below-blank-rows", book -> filled(first(book), 20));
    SAMPLES.put("header-of-two-merged-rows", WorkbookSamples::mergedHeader);
    SAMPLES.put("merged-cells-in-the-rows", WorkbookSamples::mergedRows);
    SAMPLES.put("times-as-serials", WorkbookSamples::serials);
    SAMPLES.put("times-as-bare-numbers", WorkbookSamples::bareSerials);
    SAMPLES.put("numbers-and-codes-with-dot-zero", WorkbookSamples::dotZero);
    SAMPLES.put("yes-and-no-as-booleans", WorkbookSamples::booleans);
    SAMPLES.put("header-in-nfd", WorkbookSamples::decomposed);
    SAMPLES.put("blank-rows-between", WorkbookSamples::gaps);
    SAMPLES.put("no-data-row", book -> row(first(book), 0, HEADER.toArray()));
    SAMPLES.put("empty-second-sheet", WorkbookSamples::emptySecond);
    SAMPLES.put("filled-second-sheet", WorkbookSamples::filledSecond);
    SAMPLES.put("hidden-second-sheet", WorkbookSamples::hiddenSecond);
    SAMPLES.put("formula", WorkbookSamples::formula);
    SAMPLES.put("comment", WorkbookSamples::comment);
    SAMPLES.put("emptied-forbidden-column", book -> forbidden(book, ""));
    SAMPLES.put("filled-forbidden-column", book -> forbidden(book, "xyzzy"));
    SAMPLES.put("prose-above-the-header", WorkbookSamples::prose);
    SAMPLES.put("faults-carry-rows", WorkbookSamples::faults);
    SAMPLES.put("column-numbers-below-the-header", WorkbookSamples::numbered);
    SAMPLES.put("rows-below-the-table", WorkbookSamples::signed);
    SAMPLES.put("yes-and-no-as-formulas", WorkbookSamples::constants);
    SAMPLES.put("yes-and-no-as-wrong-formulas", WorkbookSamples::lyingConstants);
    SAMPLES.put("times-since-1904", WorkbookSamples::since1904);
    SAMPLES.put("one-time-written-in-two-ways", WorkbookSamples::twoWays);
    SAMPLES.put("filtered-row", book -> filled(first(book), 0, 2));
    SAMPLES.put("hidden-column", WorkbookSamples::hiddenColumn);
    SAMPLES.put("sheet-named-as-a-subject", WorkbookSamples::subject);
  }

  private WorkbookSamples() {}

  /** A workbook that is there stays as it is: its bytes are the sample. */
  static void writeMissing(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Consumer<XSSFWorkbook>> sample : SAMPLES.entrySet()) {
      Path file = folder.resolve(sample.getKey() + ".in.xlsx");
      if (!Files.exists(file)) {
        try (XSSFWorkbook book = new XSSFWorkbook();
            OutputStream out = Files.newOutputStream(file)) {
          sample.getValue().accept(book);
          book.write(out);
        }
      }
    }
  }

  private static XSSFSheet first(XSSFWorkbook book) {
    return book.createSheet("Bàn giao");
  }

  private static void row(XSSFSheet sheet, int number, Object... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      Cell cell = row.createCell(i);
      if (cells[i] instanceof Double value) {
        cell.setCellValue(value);
      } else if (cells[i] instanceof Boolean value) {
        cell.setCellValue(value);
      } else {
        cell.setCellValue(String.valueOf(cells[i]));
      }
    }
  }

  private static void filled(XSSFSheet sheet, int header) {
    row(sheet, header, HEADER.toArray());
    row(sheet, header + 1, data("1", "Mật"));
    row(sheet, header + 2, data("2", "Tối mật"));
  }

  private static Object[] data(String envelope, String secrecy) {
    return new Object[] {"HP-X", "H24.16", AT, envelope, "H24.31", secrecy, "có", 180.0};
  }

  private static void filled(XSSFSheet sheet, int header, int hidden) {
    filled(sheet, header);
    sheet.getRow(hidden).setZeroHeight(true);
  }

  private static void numbered(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, HEADER.toArray());
    row(sheet, 1, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)=(1)+(2)");
    row(sheet, 2, data("1", "Mật"));
    row(sheet, 3, data("2", "Tối mật"));
  }

  private static void signed(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    filled(sheet, 0);
    row(sheet, 4, "Tổng cộng: 2 bì");
    row(sheet, 6, "", "", "", "", "Hải Phòng, ngày 22 tháng 11 năm 2026");
    row(sheet, 7, "Người lập", "", "", "", "", "Người nhận");
  }

  private static void constants(XSSFWorkbook book) {
    booleans(book);
    sheet(book).getRow(1).getCell(6).setCellFormula("TRUE()");
    sheet(book).getRow(2).getCell(6).setCellFormula("FALSE()");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  private static void lyingConstants(XSSFWorkbook book) {
    constants(book);
    sheet(book).getRow(1).getCell(6).setCellValue(false);
  }

  private static XSSFSheet sheet(XSSFWorkbook book) {
    return book.getSheetAt(0);
  }

  private static void since1904(XSSFWorkbook book) {
    handedOff(first(book), 46348.375 - 1462, 46348.375 - 1462);
    book.getCTWorkbook().getWorkbookPr().setDate1904(true);
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
    sheet(book).getRow(2).getCell(2).setCellStyle(style);
  }

  private static void twoWays(XSSFWorkbook book) {
    serials(book);
    sheet(book).getRow(2).getCell(2).setCellValue("2026-11-22T02:00:00Z");
  }

  private static void hiddenColumn(XSSFWorkbook book) {
    filled(first(book), 0);
    sheet(book).setColumnHidden(7, true);
  }

  private static void subject(XSSFWorkbook book) {
    filled(book.createSheet("Về việc xyzzy"), 0);
  }

  private static void titles(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, "SỔ BÀN GIAO BÌ (SYNTHETIC)");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
    row(sheet, 1, "Ngày 22/11/2026");
    filled(sheet, 3);
  }

  private static void headerTooLow(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, "SỔ BÀN GIAO BÌ (SYNTHETIC)");
    filled(sheet, 20);
  }

  private static void mergedHeader(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, HEADER.toArray());
    sheet.createRow(1);
    for (int column = 0; column < HEADER.size(); column++) {
      sheet.addMergedRegion(new CellRangeAddress(0, 1, column, column));
    }
    row(sheet, 2, data("1", "Mật"));
  }

  private static void mergedRows(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    filled(sheet, 0);
    for (int column = 0; column < 3; column++) {
      sheet.getRow(2).getCell(column).setBlank();
      sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
    }
  }

  private static void serials(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    handedOff(sheet, 46348.375, 46348.375);
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
    sheet.getRow(1).getCell(2).setCellStyle(style);
    sheet.getRow(2).getCell(2).setCellStyle(style);
  }

  private static void bareSerials(XSSFWorkbook book) {
    handedOff(first(book), 46348.375, "46348.375");
  }

  private static void handedOff(XSSFSheet sheet, Object first, Object second) {
    row(sheet, 0, HEADER.toArray());
    row(sheet, 1, "HP-X", "H24.16", first, "1", "H24.31", "Mật", "có", 180.0);
    row(sheet, 2, "HP-X", "H24.16", second, "2", "H24.31", "Mật", "có", 180.0);
  }

  private static void dotZero(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, HEADER.toArray());
    row(sheet, 1, "HP-X", "H24.16", AT, 20260826.0, "H24.31", "C", "true", "180.0");
    row(sheet, 2, "HP-X", "H24.16", AT, 1.23E12, "H24.31", "C", "true", 200.0);
  }

  private static void booleans(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, HEADER.toArray());
    row(sheet, 1, "HP-X", "H24.16", AT, "1", "H24.31", "C", true, 180.0);
    row(sheet, 2, "HP-X", "H24.16", AT, "2", "H24.31", "C", false, 180.0);
  }

  private static void decomposed(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, HEADER.toArray());
    String decomposed = Normalizer.normalize("Tuyệt mật", Normalizer.Form.NFD);
    row(sheet, 1, data("1", decomposed));
    row(sheet, 2, data("2", "Tối\u00a0mật"));
  }

  private static void gaps(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, HEADER.toArray());
    row(sheet, 2, data("1", "Mật"));
    row(sheet, 5, data("2", "nothing we know"));
  }

  private static void emptySecond(XSSFWorkbook book) {
    filled(first(book), 0);
    book.createSheet("Sheet2").createRow(0).createCell(0);
  }

  private static void filledSecond(XSSFWorkbook book) {
    filled(first(book), 0);
    row(book.createSheet("Sheet2"), 0, "xyzzy");
  }

  private static void hiddenSecond(XSSFWorkbook book) {
    filledSecond(book);
    book.setSheetVisibility(1, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
  }

  private static void formula(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    filled(sheet, 0);
    sheet.getRow(1).getCell(7).setCellFormula("90+90");
  }

  private static void comment(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    filled(sheet, 0);
    var anchor = book.getCreationHelper().createClientAnchor();
    var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(book.getCreationHelper().createRichTextString("xyzzy"));
    sheet.getRow(1).getCell(0).setCellComment(comment);
  }

  private static void forbidden(XSSFWorkbook book, String abstracted) {
    XSSFSheet sheet = first(book);
    filled(sheet, 0);
    sheet.getRow(0).createCell(8).setCellValue("Trích yếu");
    sheet.getRow(2).createCell(8).setCellValue(abstracted);
  }

  private static void prose(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, "Kế hoạch xyzzy ".repeat(20));
    filled(sheet, 2);
  }

  private static void faults(XSSFWorkbook book) {
    XSSFSheet sheet = first(book);
    row(sheet, 0, "SỔ (SYNTHETIC)");
    row(sheet, 1, HEADER.toArray());
    row(sheet, 2, data("1", "Mật"));
    row(sheet, 3, data("1", "xyzzy"));
  }
}
