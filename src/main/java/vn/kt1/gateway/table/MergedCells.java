package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merged ranges of a sheet: each cell of one shows what its first cell holds. */
final class MergedCells {

  private record Spread(CellRange range, String text) {}

  private final Iterator<CellRange> next;
  private final List<Spread> spreads = new ArrayList<>();
  private @Nullable CellRange coming;

  MergedCells(List<CellRange> ranges) {
    next = ranges.stream().sorted(Comparator.comparingInt(CellRange::firstRow)).iterator();
    advance();
  }

  /**
   * Fills the row's merged cells; rows come in their order.
   *
   * @return the index of the last filled one
   */
  int fill(int row, String[] cells, int last) {
    spreads.removeIf(spread -> spread.range.lastRow() < row);
    for (; coming != null && coming.firstRow() <= row; advance()) {
      if (coming.firstRow() == row && coming.firstColumn() < cells.length) {
        spreads.add(new Spread(coming, cells[coming.firstColumn()]));
      }
    }
    int filled = last;
    for (Spread spread : spreads) {
      filled = Math.max(filled, spread(spread, cells));
    }
    return filled;
  }

  private static int spread(Spread spread, String[] cells) {
    if (spread.text.isEmpty()) {
      return -1;
    }
    int last = Math.min(spread.range.lastColumn(), cells.length - 1);
    Arrays.fill(cells, spread.range.firstColumn(), last + 1, spread.text);
    return last;
  }

  private void advance() {
    coming = next.hasNext() ? next.next() : null;
  }
}
