package vn.kt1.gateway.shipment;

import java.util.List;

/**
 * A file of the post as read: the rows that could be read, and those that could not.
 *
 * @param <T> what a row says
 */
public record PostFile<T>(
    String name, String sha256, int rowCount, List<T> rows, List<RowFault> faults) {

  /** One row that was not taken; {@code row} 1 is the first data row. */
  public record RowFault(int row, Fault.Code code, Text detail) {

    public static RowFault of(int row, Fault.Code code, String variant) {
      return new RowFault(row, code, Text.of("fault." + code.text() + "." + variant));
    }
  }

  /** {@code rows = applied + duplicates + unmapped + rejected}. */
  public record Result(
      int rows, int applied, int duplicates, int unmapped, List<RowFault> rejectedRows) {

    public int rejected() {
      return rejectedRows.size();
    }
  }

  public PostFile {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }
}
