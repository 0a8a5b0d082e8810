package vn.kt1.gateway.intake.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The row of column numbers registers have below their header: {@code (1) (2) (3)}, bare, or
 * letters first: {@code A B 1 2}.
 */
final class ColumnNumbers {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[(\\[]?(?:([0-9]{1,3})(?:\\.0)?|([A-Za-z]))[)\\].]?(?:\\s?=[0-9()+x*/ -]{1,20})?");

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private ColumnNumbers() {}

  /**
   * Whether the cells hold nothing but numbers, or first letters, that count from the left.
   *
   * @param columns of the header; one number at least to two of them
   */
  static boolean are(List<String> cells, int columns) {
    int letters = 0;
    int numbers = 0;
    for (String cell : cells) {
      Matcher label = NUMBER.matcher(cell.strip());
      if (cell.isBlank()) {
        continue;
      }
      if (!label.matches()) {
        return false;
      }
      boolean counted =
          label.group(1) == null
              ? numbers == 0 && letter(label.group(2)) == letters++
              : Integer.parseInt(label.group(1)) == ++numbers + letters
                  || Integer.parseInt(label.group(1)) == numbers;
      if (!counted) {
        return false;
      }
    }
    return (letters + numbers) * 2 >= columns;
  }

  private static int letter(String letter) {
    return LETTERS.indexOf(letter.toLowerCase(Locale.ROOT));
  }
}
