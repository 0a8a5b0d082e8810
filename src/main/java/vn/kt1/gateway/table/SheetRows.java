package vn.kt1.gateway.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Gives out the rows of a sheet, from the first filled one to the last, with the blank ones
 * between. Each cell of a merged range has the value of the first cell.
 */
final class SheetRows implements SheetReader.Reading {

  private record Spread(CellRange range, String text) {}

  private final Deque<CellRange> coming;
  private final List<Spread> spreads = new ArrayList<>();
  private final Xlsx.Rows rows;
  private int next;

  SheetRows(List<CellRange> merged, Xlsx.Rows rows) {
    this.coming =
        new ArrayDeque<>(
            merged.stream().sorted(Comparator.comparingInt(CellRange::firstRow)).toList());
    this.rows = rows;
  }

  @Override
  public void row(int number, String[] cells, int last) {
    for (; next > 0 && next < number; next++) {
      rows.row(next, List.of());
    }
    begin(number, cells);
    int filled = last;
    for (Spread spread : spreads) {
      filled = Math.max(filled, fill(spread, cells));
    }
    rows.row(number, List.of(Arrays.copyOf(cells, filled + 1)));
    next = number + 1;
  }

  /** Starts the ranges that begin in this row and ends those above it. */
  private void begin(int row, String[] cells) {
    spreads.removeIf(spread -> spread.range.lastRow() < row);
    while (!coming.isEmpty() && coming.peek().firstRow() <= row) {
      CellRange range = coming.pop();
      if (range.firstRow() == row && range.firstColumn() < cells.length) {
        spreads.add(new Spread(range, cells[range.firstColumn()]));
      }
    }
  }

  /** The index of the last filled cell; -1 for none. */
  private static int fill(Spread spread, String[] cells) {
    if (spread.text.isEmpty()) {
      return -1;
    }
    int last = Math.min(spread.range.lastColumn(), cells.length - 1);
    Arrays.fill(cells, spread.range.firstColumn(), last + 1, spread.text);
    return last;
  }
}
