package vn.kt1.gateway.table;

import java.util.Arrays;
import java.util.List;

/** Hands out the rows of a sheet, from its first filled one to its last, blank ones between too. */
final class SheetRows implements SheetReader.Reading {

  private final MergedCells merged;
  private final Xlsx.Rows rows;
  private int next;

  SheetRows(List<CellRange> merged, Xlsx.Rows rows) {
    this.merged = new MergedCells(merged);
    this.rows = rows;
  }

  @Override
  public void row(int number, String[] cells, int last) {
    for (; next > 0 && next < number; next++) {
      rows.row(next, List.of());
    }
    int filled = merged.fill(number, cells, last);
    rows.row(number, List.of(Arrays.copyOf(cells, filled + 1)));
    next = number + 1;
  }
}
