package vn.kt1.gateway.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The first sheet of an Excel workbook as lines of text: serial dates as ISO times without a zone,
 * whole numbers without the {@code .0} Excel gives them. Read in memory; POI limits how far a
 * zipped part may unfold.
 */
public final class Xlsx {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final int MOST_COLUMNS = 200;

  private Xlsx() {}

  /** Whether the bytes are a ZIP, as each workbook is and no CSV. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * The lines of the first sheet from its first row on; blank rows are kept, so that rows count as
   * a reader counts them.
   *
   * @throws Rejected {@code malformed} when the bytes are no workbook
   */
  public static List<List<String>> read(byte[] bytes) {
    if (!whole(bytes)) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "xlsx"));
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      List<List<String>> lines = lines(workbook.getSheetAt(0));
      if (lines.isEmpty()) {
        throw new Rejected(Fault.of(Code.MALFORMED, "", "empty"));
      }
      return lines;
    } catch (Rejected nothing) {
      throw nothing;
    } catch (IOException | RuntimeException e) {
      // POI meets a broken workbook with exceptions of many kinds.
      throw new Rejected(Fault.of(Code.MALFORMED, "", "xlsx"));
    }
  }

  /** Whether the archive ends as one does; POI reads parts as they come and misses a lost end. */
  private static boolean whole(byte[] bytes) {
    int longestComment = 0xFFFF;
    int record = 22;
    for (int at = bytes.length - record;
        at >= 0 && at >= bytes.length - record - longestComment;
        at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> lines(Sheet sheet) {
    List<List<String>> lines = new ArrayList<>();
    for (int number = sheet.getFirstRowNum(); number <= sheet.getLastRowNum(); number++) {
      Row row = number < 0 ? null : sheet.getRow(number);
      if (number >= 0) {
        lines.add(row == null ? List.of() : cells(row));
      }
    }
    return lines;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    int last = Math.min(row.getLastCellNum(), MOST_COLUMNS);
    for (int column = 0; column < last; column++) {
      Cell cell = row.getCell(column);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> number(cell);
      default -> "";
    };
  }

  private static String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return TIME.format(cell.getLocalDateTimeCellValue());
    }
    return new BigDecimal(String.valueOf(cell.getNumericCellValue()))
        .stripTrailingZeros()
        .toPlainString();
  }
}
