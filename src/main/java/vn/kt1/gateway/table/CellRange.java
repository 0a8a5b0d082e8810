package vn.kt1.gateway.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of cells: rows from 1, columns from 0, both ends included. */
record CellRange(int firstRow, int lastRow, int firstColumn, int lastColumn) {

  static final int MOST_ROWS = 1_048_576;

  private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

  /** One cell, {@code B7}, or a range, {@code B7:C9}. */
  static CellRange of(String reference) {
    int colon = reference.indexOf(':');
    Matcher first = cell(colon < 0 ? reference : reference.substring(0, colon));
    Matcher last = colon < 0 ? first : cell(reference.substring(colon + 1));
    CellRange range = new CellRange(row(first), row(last), column(first), column(last));
    if (range.lastRow < range.firstRow
        || range.lastColumn < range.firstColumn
        || range.lastRow > MOST_ROWS) {
      throw Xlsx.malformed();
    }
    return range;
  }

  long cells() {
    return (lastRow - firstRow + 1L) * (lastColumn - firstColumn + 1L);
  }

  private static Matcher cell(String reference) {
    Matcher cell = CELL.matcher(reference);
    if (!cell.matches()) {
      throw Xlsx.malformed();
    }
    return cell;
  }

  private static int row(Matcher cell) {
    return Integer.parseInt(cell.group(2));
  }

  private static int column(Matcher cell) {
    int column = 0;
    for (char letter : cell.group(1).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }
}
