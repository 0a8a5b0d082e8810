package vn.kt1.gateway.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a table as long as its lines are those of a table. SECURITY: one line of millions of
 * cells would fill the heap before anybody had seen a column of it.
 */
final class MeasuredLines extends FilterReader {

  private static final int MOST_CELLS = 100_000;

  private final char delimiter;
  private boolean quoted;
  private int cells;

  MeasuredLines(Reader text, char delimiter) {
    super(text);
    this.delimiter = delimiter;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  /**
   * @throws IOException when a line has more cells than any table
   */
  @Override
  public int read(char[] to, int from, int most) throws IOException {
    int length = super.read(to, from, most);
    for (int i = from; i < from + length; i++) {
      measure(to[i]);
    }
    return length;
  }

  private void measure(char letter) throws IOException {
    if (letter == '"') {
      quoted = !quoted;
    } else if (!quoted && (letter == '\n' || letter == '\r')) {
      cells = 0;
    } else if (!quoted && letter == delimiter && ++cells > MOST_CELLS) {
      throw new IOException("more cells in a line than any table has");
    }
  }
}
