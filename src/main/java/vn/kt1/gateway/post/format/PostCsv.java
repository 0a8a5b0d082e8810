package vn.kt1.gateway.post.format;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file of the post, one at a time. A quote that is wrong costs its own line: a
 * cell may go on in the next lines only where that makes a row of the table, and they do not look
 * like rows themselves.
 */
final class PostCsv {

  private static final int MOST_LINES = 30;
  private static final int LONGEST = 20_000;

  private final TextLines lines;
  private final char delimiter;
  private int width;

  PostCsv(byte[] utf8, char delimiter) {
    this.lines = new TextLines(utf8);
    this.delimiter = delimiter;
  }

  /** How many cells a row has, once a header has told. */
  void width(int cells) {
    width = cells;
  }

  /** The next row, or null after the last; where it is not whole its cells are a guess. */
  @Nullable CsvLine next() {
    String line = lines.next();
    if (line == null) {
      return null;
    }
    CsvLine alone = CsvLine.of(line, delimiter);
    if (line.length() >= TextLines.LONGEST) {
      return new CsvLine(alone.cells(), true, alone.stray());
    }
    CsvLine longer = alone.open() ? continued(line) : null;
    return longer == null ? alone : longer;
  }

  /** The row that begins with this line and ends in one of the next; null where there is none. */
  private @Nullable CsvLine continued(String first) {
    int second = lines.at();
    CsvLine joined = joined(first);
    if (joined == null || !joined.whole() || (width > 0 && joined.cells().size() > width)) {
      lines.backTo(second);
      return null;
    }
    return joined;
  }

  /** The lines up to the one that closes the quote, as one; null where it stays open. */
  private @Nullable CsvLine joined(String first) {
    StringBuilder text = new StringBuilder(first);
    for (int count = 0; count < MOST_LINES; count++) {
      String line = lines.next();
      if (line == null || rowOfItsOwn(line)) {
        return null;
      }
      text.append('\n').append(line);
      CsvLine joined = text.length() > LONGEST ? null : CsvLine.of(text.toString(), delimiter);
      if (joined == null || joined.stray() || !joined.open()) {
        return joined;
      }
    }
    return null;
  }

  private boolean rowOfItsOwn(String line) {
    return width > 1 && line.chars().filter(sign -> sign == delimiter).count() >= width - 1;
  }
}
