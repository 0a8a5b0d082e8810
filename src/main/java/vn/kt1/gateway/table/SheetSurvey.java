package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads a sheet once before any row is given out, to learn which cells are filled and which are
 * merged.
 */
final class SheetSurvey implements SheetReader.Reading {

  private final Xlsx.Limits limits;
  private final BitSet filled = new BitSet();
  private final List<CellRange> merged = new ArrayList<>();
  private long mergedCells;

  SheetSurvey(Xlsx.Limits limits) {
    this.limits = limits;
  }

  @Override
  public void row(int number, String[] cells, int last) {
    for (int column = 0; column <= last; column++) {
      if (!cells[column].isEmpty()) {
        filled.set(bit(number, column));
      }
    }
  }

  @Override
  public void merged(CellRange range) {
    mergedCells += range.cells();
    // SECURITY: limits the number of ranges and the number of cells they cover.
    if (mergedCells > limits.mostMergedCells()) {
      throw Xlsx.tooLarge();
    }
    merged.add(range);
  }

  boolean empty() {
    return filled.isEmpty();
  }

  List<CellRange> merged() {
    return merged;
  }

  /** Whether a merged range covers a cell with a text of its own, which is invisible. */
  boolean coversText() {
    return merged.stream().anyMatch(this::coversText);
  }

  private boolean coversText(CellRange range) {
    int last = Math.min(range.lastColumn(), limits.mostColumns() - 1);
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= last; column++) {
        boolean shown = row == range.firstRow() && column == range.firstColumn();
        if (!shown && filled.get(bit(row, column))) {
          return true;
        }
      }
    }
    return false;
  }

  private int bit(int row, int column) {
    return (row - 1) * limits.mostColumns() + column;
  }
}
