package vn.kt1.gateway.table;

import java.io.IOException;
import java.util.List;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Reads the first sheet of an Excel workbook row by row as texts: serial dates as ISO times without
 * a zone, whole numbers without the {@code .0} of Excel, each cell of a merged range with the value
 * of the first. It reads the workbook twice, in memory, so that a refused workbook gives out no
 * row.
 */
public final class Xlsx {

  /**
   * Limits of a workbook: parts of the archive, unpacked bytes in all, unpacked bytes for each
   * packed byte, columns, merged cells, shared texts, their characters, and consecutive blank rows.
   */
  public record Limits(
      int mostEntries,
      long mostUnfoldedBytes,
      double mostRatio,
      int mostColumns,
      int mostMergedCells,
      int mostStrings,
      long mostCharacters,
      int mostBlankRows) {

    /** Enough for a register of 100,000 rows; limits memory to about 200 MB for any file. */
    public static Limits usual() {
      return within(200, 256L << 20, 200);
    }

    /** The usual limits with other limits of the archive. */
    public static Limits within(int entries, long unfoldedBytes, double ratio) {
      return new Limits(entries, unfoldedBytes, ratio, 200, 500_000, 2_000_000, 32L << 20, 1_000);
    }
  }

  /** Receives the rows in order. */
  @FunctionalInterface
  public interface Rows {

    /**
     * Called before the rows.
     *
     * @param since1904 whether days are counted from 1904, as on old Macintosh computers
     * @param names the sender's own words beside the table: of sheets, persons, a company
     */
    default void begins(boolean since1904, List<String> names) {}

    /**
     * One row. A blank row has no cells; blank cells at the end are left out.
     *
     * @param number from 1, as Excel shows it
     */
    void row(int number, List<String> cells);
  }

  private Xlsx() {}

  /** Whether the bytes are a ZIP archive: every workbook is one, and no CSV is. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * Gives out the rows of the first sheet, from the first filled one to the last, of a workbook
   * that holds nothing else.
   *
   * @throws Rejected {@code content-not-allowed} when anything hides in it (one fault for each kind
   *     of thing), {@code malformed} when it is no workbook or empty, {@code too-large} beyond the
   *     limits
   */
  public static void read(byte[] bytes, Limits limits, Rows rows) {
    read(bytes, limits, true, rows);
  }

  /**
   * The rows of the first sheet from the first filled one on. Blank rows are kept, so that row
   * numbers are those a reader sees. What else the workbook holds does not matter.
   *
   * @throws Rejected {@code malformed} when the bytes are no workbook, {@code too-large}
   */
  public static void read(byte[] bytes, Rows rows) {
    read(bytes, Limits.usual(), false, rows);
  }

  private static void read(byte[] bytes, Limits limits, boolean guarded, Rows rows) {
    try (ZippedParts parts = whole(() -> ZippedParts.of(bytes, limits))) {
      if (guarded && !whole(() -> WorkbookGuard.workbookIn(parts))) {
        // A valid archive, but a letter, slides or files: content, not a mistake.
        throw new Rejected(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
      }
      Workbook workbook = whole(() -> new Workbook(parts, limits));
      SheetSurvey survey = whole(() -> survey(workbook, parts, limits, guarded));
      rows.begins(workbook.since1904(), workbook.found().own());
      // An exception of the receiver of a row is no fault of the workbook.
      workbook.read(workbook.firstSheet(), new SheetRows(survey.merged(), rows));
    } catch (IOException e) {
      throw malformed();
    }
  }

  private static SheetSurvey survey(
      Workbook workbook, ZippedParts parts, Limits limits, boolean guarded) throws IOException {
    SheetSurvey survey = new SheetSurvey(limits);
    workbook.read(workbook.firstSheet(), survey);
    if (guarded) {
      new WorkbookGuard(workbook, parts).check(survey);
    }
    if (survey.empty()) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "empty"));
    }
    return survey;
  }

  private interface Step<T> {
    T take() throws IOException;
  }

  /** Libraries throw exceptions of many kinds for a broken workbook. */
  private static <T> T whole(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (Rejected known) {
      throw known;
    } catch (RuntimeException e) {
      throw malformed();
    }
  }

  static Rejected malformed() {
    return new Rejected(Fault.of(Code.MALFORMED, "", "xlsx"));
  }

  static Rejected tooLarge() {
    return new Rejected(Fault.of(Code.TOO_LARGE, "", "xlsx"));
  }

  /** No cell may be longer than Excel allows. */
  static Rejected overlong() {
    return new Rejected(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
  }

  static Rejected gap(int mostBlankRows) {
    return new Rejected(Fault.of(Code.MALFORMED, "", "xlsx-gap", mostBlankRows));
  }
}
