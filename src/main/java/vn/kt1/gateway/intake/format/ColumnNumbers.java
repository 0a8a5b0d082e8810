package vn.kt1.gateway.intake.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The row of column numbers that registers have below their header: {@code (1) (2) (3)}, without
 * brackets, or with letters first: {@code A B 1 2}.
 */
final class ColumnNumbers {

  private static final Pattern LABEL =
      Pattern.compile(
          "[(\\[]?(?:([0-9]{1,3})(?:\\.0)?|([A-Za-z]))[)\\].]?(?:\\s?=[0-9()+x*/ -]{1,20})?");

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private ColumnNumbers() {}

  /**
   * Whether the cells hold only numbers, or letters and then numbers, that count from the left.
   *
   * @param columns the number of columns of the header; at least half of them must have a number
   */
  static boolean are(List<String> cells, int columns) {
    int letters = 0;
    int last = 0;
    int labels = 0;
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column).strip();
      Matcher label = LABEL.matcher(cell);
      if (cell.isEmpty()) {
        continue; // a merged column, or a column without a number
      }
      if (!label.matches()) {
        return false;
      }
      boolean letter = label.group(1) == null;
      int number = letter ? letter(label.group(2)) : Integer.parseInt(label.group(1));
      boolean counts = letter ? last == 0 && number == ++letters : number > last;
      if (!counts || number > column + 1) {
        return false;
      }
      last = letter ? 0 : number;
      labels++;
    }
    return labels * 2 >= columns;
  }

  private static int letter(String letter) {
    return LETTERS.indexOf(letter.toLowerCase(Locale.ROOT)) + 1;
  }
}
