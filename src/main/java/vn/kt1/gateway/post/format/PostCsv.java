package vn.kt1.gateway.post.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file of the post, one at a time. A quote that is wrong costs its own line: a
 * cell may go on in the next lines only where that makes a row of the table, and they do not look
 * like rows themselves.
 */
final class PostCsv {

  /** A row, and whether its quotes are right; where they are not its cells are a guess. */
  record Row(List<String> cells, boolean whole) {}

  private static final int MOST_LINES = 30;
  private static final int LONGEST = 20_000;

  private final TextLines lines;
  private final char delimiter;
  private int width;

  PostCsv(byte[] bytes, char delimiter) {
    this.lines = new TextLines(bytes);
    this.delimiter = delimiter;
  }

  /** How many cells a row has, once a header has told. */
  void width(int cells) {
    width = cells;
  }

  @Nullable Row next() {
    String line = lines.next();
    if (line == null) {
      return null;
    }
    CsvLine cells = CsvLine.of(line, delimiter);
    if (line.length() >= TextLines.LONGEST) {
      return new Row(cells.cells(), false);
    }
    CsvLine longer = cells.open() ? continued(line) : cells;
    return longer == null ? new Row(cells.cells(), false) : new Row(longer.cells(), longer.whole());
  }

  /** The row that begins with this line and ends in one of the next; null where there is none. */
  private @Nullable CsvLine continued(String first) {
    StringBuilder text = new StringBuilder(first);
    String[] taken = new String[MOST_LINES];
    for (int count = 0; count < MOST_LINES; count++) {
      taken[count] = lines.next();
      if (taken[count] == null) {
        return givenBack(taken, count);
      }
      text.append('\n').append(taken[count]);
      CsvLine joined = CsvLine.of(text.toString(), delimiter);
      if (rowOfItsOwn(taken[count]) || text.length() > LONGEST || joined.stray()) {
        return givenBack(taken, count + 1);
      }
      if (!joined.open()) {
        return fits(joined) ? joined : givenBack(taken, count + 1);
      }
    }
    return givenBack(taken, MOST_LINES);
  }

  private @Nullable CsvLine givenBack(String[] taken, int count) {
    for (int i = count - 1; i >= 0; i--) {
      lines.giveBack(taken[i]);
    }
    return null;
  }

  private boolean rowOfItsOwn(String line) {
    return width > 1 && line.chars().filter(sign -> sign == delimiter).count() >= width - 1;
  }

  private boolean fits(CsvLine joined) {
    return width == 0 || joined.cells().size() <= width;
  }
}
