package vn.kt1.gateway.shipment;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of the post as read: the rows that could be read, those that could not, and what could not
 * be read of the former.
 *
 * @param <T> what a row says
 */
public record PostFile<T>(
    String name,
    String sha256,
    int rowCount,
    List<T> rows,
    List<RowFault> faults,
    List<RowFault> warnings) {

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

  public PostFile(String name, String sha256, int rowCount, List<T> rows, List<RowFault> faults) {
    this(name, sha256, rowCount, rows, faults, List.of());
  }

  public PostFile {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
    warnings = List.copyOf(warnings);
  }
}
