package vn.kt1.gateway.table;

import java.io.IOException;
import java.util.List;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The first sheet of an Excel workbook, row by row, as lines of text: serial dates as ISO times
 * without a zone, whole numbers without the {@code .0} Excel gives them, each cell of a merged
 * range as its first. It is read in memory, twice: no row is handed out of a workbook that is
 * refused.
 */
public final class Xlsx {

  /**
   * How large a workbook may be: parts of its archive, bytes of them all unfolded and how many of
   * those to one folded byte, columns, merged cells, shared texts, their characters, and blank rows
   * in sequence.
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

    /** Holds a register of 100,000 rows and bounds memory to about 200 MB whatever comes. */
    public static Limits usual() {
      return within(200, 256L << 20, 200);
    }

    /** The usual limits, but for those of the archive. */
    public static Limits within(int entries, long unfoldedBytes, double ratio) {
      return new Limits(entries, unfoldedBytes, ratio, 200, 500_000, 2_000_000, 32L << 20, 1_000);
    }
  }

  /** Takes the rows as they come. */
  @FunctionalInterface
  public interface Rows {

    /**
     * Comes before the rows.
     *
     * @param since1904 whether days are counted from 1904, as once on the Macintosh
     * @param names the sender's own words beside the table: of sheets, persons, a company
     */
    default void begins(boolean since1904, List<String> names) {}

    /**
     * One row; a blank one has no cells, and blank cells at the end are left out.
     *
     * @param number from 1, as Excel shows it
     */
    void row(int number, List<String> cells);
  }

  private Xlsx() {}

  /** Whether the bytes are a ZIP, as each workbook is and no CSV. */
  public static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * Hands out the rows of the first sheet, from its first filled one to its last, of a workbook
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
   * The rows of the first sheet from its first filled one on; blank ones are kept, so that rows
   * count as a reader counts them. What else the workbook holds does not matter.
   *
   * @throws Rejected {@code malformed} when the bytes are no workbook, {@code too-large}
   */
  public static void read(byte[] bytes, Rows rows) {
    read(bytes, Limits.usual(), false, rows);
  }

  private static void read(byte[] bytes, Limits limits, boolean guarded, Rows rows) {
    try (ZippedParts parts = whole(() -> ZippedParts.of(bytes, limits))) {
      if (guarded && !whole(() -> WorkbookGuard.workbookIn(parts))) {
        // Whole, but a letter, slides or files: content, not a mistake.
        throw new Rejected(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
      }
      Workbook workbook = whole(() -> new Workbook(parts, limits));
      SheetSurvey survey = whole(() -> survey(workbook, parts, limits, guarded));
      rows.begins(workbook.since1904(), workbook.found().own());
      // What the taker of a row throws is not the workbook's fault.
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

  /** Libraries meet a broken workbook with exceptions of many kinds. */
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

  /** No cell outside an envelope holds more than Excel lets one hold. */
  static Rejected overlong() {
    return new Rejected(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
  }

  static Rejected gap(int mostBlankRows) {
    return new Rejected(Fault.of(Code.MALFORMED, "", "xlsx-gap", mostBlankRows));
  }
}
