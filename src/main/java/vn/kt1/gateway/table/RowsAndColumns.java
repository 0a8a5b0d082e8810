package vn.kt1.gateway.table;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The rows and columns of a sheet that nobody sees: hidden, filtered, or without height or width.
 */
final class RowsAndColumns {

  /** A row or column below this size looks like a line. */
  private static final double LEAST = 2;

  private static final double LEAST_WIDTH = 0.4;
  private static final int MOST_COLUMNS = 16_384;

  private final BitSet hiddenColumns = new BitSet();
  private final BitSet toldColumns = new BitSet();
  private boolean rowsHidden;
  private boolean columnsHidden;
  private boolean rowHidden;

  /** The default for rows and columns that have no size of their own. */
  void usual(Attributes sheetFormat) {
    rowsHidden =
        PartReader.yes(PartReader.attribute(sheetFormat, "zeroHeight"))
            || below(PartReader.attribute(sheetFormat, "defaultRowHeight"), LEAST);
    columnsHidden = below(PartReader.attribute(sheetFormat, "defaultColWidth"), LEAST_WIDTH);
  }

  void column(Attributes column) {
    int from = Styles.number(PartReader.attribute(column, "min"));
    int to = Math.min(Styles.number(PartReader.attribute(column, "max")), MOST_COLUMNS);
    boolean hidden =
        PartReader.yes(PartReader.attribute(column, "hidden"))
            || below(PartReader.attribute(column, "width"), LEAST_WIDTH);
    if (from > 0 && from <= to) {
      toldColumns.set(from - 1, to);
      hiddenColumns.set(from - 1, to, hidden);
    }
  }

  void row(Attributes row) {
    String height = PartReader.attribute(row, "ht");
    String hidden = PartReader.attribute(row, "hidden");
    boolean usual = rowsHidden && height == null && hidden == null;
    rowHidden = usual || PartReader.yes(hidden) || below(height, LEAST);
  }

  boolean rowHidden() {
    return rowHidden;
  }

  boolean columnHidden(int column) {
    return hiddenColumns.get(column) || columnsHidden && !toldColumns.get(column);
  }

  /** The letters of a column, from 0. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  private static boolean below(@Nullable String size, double least) {
    try {
      return size != null && Double.parseDouble(size.strip()) < least;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
