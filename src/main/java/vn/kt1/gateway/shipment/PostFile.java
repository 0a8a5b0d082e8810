package vn.kt1.gateway.shipment;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.DegreeWords;

/**
 * A file of the post, read while it is applied, for its rows may be very many.
 *
 * @param <T> what a row says
 */
public record PostFile<T>(String name, String sha256, Rows<T> rows) {

  /** Hands out the rows in their order. */
  @FunctionalInterface
  public interface Rows<T> {
    /**
     * @throws Rejected when the file as a whole cannot be read, perhaps only at its end
     */
    void read(Taker<T> taker);
  }

  /** Takes the rows as they come; {@code row} 1 is the first data row. */
  public interface Taker<T> {
    void told(int row, T says);

    void fault(RowFault fault);

    /** A cell that was left out of a row that was told. */
    void warned(RowFault warning);
  }

  /**
   * One row that was not taken, or a cell that was left out of one; {@code row} 1 is the first data
   * row.
   *
   * @param key the order or item the row is about, as given
   */
  public record RowFault(int row, Fault.Code code, Text detail, @Nullable String key) {

    /** SECURITY: what may be an id is repeated, so that its row can be found; no text is. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9 .,'\"=+_/-]{1,40}");

    public RowFault {
      key = key != null && ID.matcher(key).matches() ? key : null;
    }

    public static RowFault of(int row, Fault.Code code, String variant) {
      return of(row, code, variant, null);
    }

    public static RowFault of(int row, Fault.Code code, String variant, @Nullable String key) {
      return new RowFault(row, code, Text.of("fault." + code.text() + "." + variant), key);
    }

    /** What is wrong, and with what. */
    public Text sentence() {
      return key == null ? detail : Text.of("row.about", key, detail);
    }
  }

  /** {@code rows = applied + duplicates + unmapped + rejected}; warnings lose no row. */
  public record Result(
      int rows,
      int applied,
      int duplicates,
      int unmapped,
      List<RowFault> rejectedRows,
      List<RowFault> warnings) {

    public Result(
        int rows, int applied, int duplicates, int unmapped, List<RowFault> rejectedRows) {
      this(rows, applied, duplicates, unmapped, rejectedRows, List.of());
    }

    public int rejected() {
      return rejectedRows.size();
    }
  }

  /**
   * A file's name as people may read it. SECURITY: a name that tells a degree of secrecy is not
   * repeated in mails, logs, evidence and lists; its bytes are still found by their digest.
   */
  public static String shownName(String name) {
    // Names of files have '_' where a text has a sign or a blank.
    boolean degree = DegreeWords.in(name) || DegreeWords.in(name.replace('_', '.'));
    return degree ? "*" : name;
  }
}
