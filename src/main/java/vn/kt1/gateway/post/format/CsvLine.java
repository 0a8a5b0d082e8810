package vn.kt1.gateway.post.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one line by RFC 4180; blanks around quotes do not count, and a quote within an
 * unquoted cell is a sign like others.
 *
 * @param open whether a quote is not closed
 * @param stray whether something stands behind a closing quote
 */
record CsvLine(List<String> cells, boolean open, boolean stray) {

  static CsvLine of(String text, char delimiter) {
    return new Parsing(text, delimiter).line();
  }

  boolean whole() {
    return !open && !stray;
  }

  private static final class Parsing {
    private final String text;
    private final char delimiter;
    private final List<String> cells = new ArrayList<>();
    private int at;
    private boolean open;
    private boolean stray;

    Parsing(String text, char delimiter) {
      this.text = text;
      this.delimiter = delimiter;
    }

    CsvLine line() {
      do {
        int quote = skipBlanks(at);
        cells.add(quote < text.length() && text.charAt(quote) == '"' ? quoted(quote) : plain());
      } while (at++ < text.length());
      return new CsvLine(cells, open, stray);
    }

    private int skipBlanks(int from) {
      int to = from;
      while (to < text.length() && text.charAt(to) == ' ') {
        to++;
      }
      return to;
    }

    private String plain() {
      int end = text.indexOf(delimiter, at);
      String cell = text.substring(at, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end;
      return cell;
    }

    private String quoted(int quote) {
      StringBuilder cell = new StringBuilder();
      int from = quote + 1;
      int end = text.indexOf('"', from);
      while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '"') {
        cell.append(text, from, end + 1);
        from = end + 2;
        end = text.indexOf('"', from);
      }
      cell.append(text, from, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : skipBlanks(end + 1);
      open |= end < 0;
      if (at < text.length() && text.charAt(at) != delimiter) {
        stray = true;
        cell.append(plain());
      }
      return cell.toString();
    }
  }
}
