package vn.kt1.gateway.post.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Headers;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.FileKind;
import vn.kt1.gateway.table.Xlsx;

/**
 * A CSV or XLSX file of the post, row by row: finds its header, and then gives out its rows. One
 * bad row never loses the good ones.
 *
 * @param <T> what a row says
 */
final class PostTable<T> {

  /** The header stands among the first lines; titles and blanks may stand above it. */
  static final int HEADER_WITHIN = 20;

  private record Header<T>(RowReader<T> reader, Columns columns) {}

  private final List<? extends RowReader<T>> kinds;
  private final PostFile.Taker<T> taker;
  private @Nullable Header<T> header;
  private int width;
  private int line;

  /**
   * @param kinds the first whose columns are all there is that of the file
   */
  PostTable(List<? extends RowReader<T>> kinds, PostFile.Taker<T> taker) {
    this.kinds = kinds;
    this.taker = taker;
  }

  /**
   * @throws Rejected when it is no table, or has no header that is known
   */
  void read(byte[] bytes) {
    FileKind.of(bytes)
        .ifPresent(
            kind -> {
              throw new Rejected(kind.fault(Code.MALFORMED));
            });
    if (Xlsx.is(bytes)) {
      Xlsx.read(bytes, (number, cells) -> take(cells, true));
      if (header == null) {
        throw NoHeader.unknown();
      }
    } else {
      readText(TextLines.utf8(bytes));
    }
  }

  private void readText(byte[] utf8) {
    PostCsv csv = new PostCsv(utf8, delimiter(utf8));
    for (CsvLine row = csv.next(); row != null; row = csv.next()) {
      boolean above = header == null;
      take(row.cells(), row.whole());
      if (above && header != null) {
        width = row.cells().size();
        csv.width(width);
      }
    }
  }

  /** The one by which there is a header: titles above it have others, or none. */
  private char delimiter(byte[] utf8) {
    NoHeader seen = new NoHeader();
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      PostCsv csv = new PostCsv(utf8, candidate);
      for (int number = 0; number < HEADER_WITHIN; number++) {
        CsvLine row = csv.next();
        if (row == null) {
          seen.end();
          break;
        }
        seen.line(row);
        if (row.whole() && header(row.cells()) != null) {
          return candidate;
        }
      }
    }
    throw seen.why();
  }

  private void take(List<String> cells, boolean whole) {
    line++;
    if (header != null) {
      row(header, cells, whole);
      return;
    }
    header = whole ? header(cells) : null;
    if (header != null) {
      line = 0;
    } else if (line == HEADER_WITHIN) {
      throw NoHeader.unknown();
    }
  }

  private void row(Header<T> header, List<String> cells, boolean whole) {
    if (blank(cells)) {
      return;
    }
    PostRow row = new PostRow(line, header.columns(), header.reader().key(), cells);
    T told = null;
    if (whole && !surplus(cells)) {
      told = header.reader().read(row);
    } else {
      row.bad(new BadCell(Code.MALFORMED, whole ? "row" : "quotes"));
    }
    if (row.bad()) {
      taker.fault(row.fault());
    } else {
      taker.told(line, Objects.requireNonNull(told));
      row.warnings().forEach(taker::warned);
    }
  }

  /** Cells beyond the header, which is known of a text only: a sheet may have notes there. */
  private boolean surplus(List<String> cells) {
    return width > 0 && cells.size() > width && !blank(cells.subList(width, cells.size()));
  }

  private static boolean blank(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Header<T> header(List<String> cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(Headers.folded(cells.get(i)), i);
    }
    for (RowReader<T> kind : kinds) {
      if (kind.needed().stream().allMatch(names -> names.stream().anyMatch(columns::containsKey))) {
        return new Header<>(kind, new Columns(columns));
      }
    }
    return null;
  }
}
