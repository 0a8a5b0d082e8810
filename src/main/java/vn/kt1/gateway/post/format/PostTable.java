package vn.kt1.gateway.post.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Headers;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
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

  /** Takes the rows as they come; {@code row} 1 is the first data row. */
  interface Taker<T> {
    void told(int row, T value);

    void fault(RowFault fault);

    void warned(RowFault warning);
  }

  /** The header stands among the first lines; titles and blanks may stand above it. */
  static final int HEADER_WITHIN = 20;

  private final Function<Map<String, Integer>, Optional<RowReader<T>>> headers;
  private final Taker<T> taker;
  private @Nullable RowReader<T> rows;
  private int width;
  private int line;

  /**
   * @param headers who reads a file with those columns, if they are a header
   */
  PostTable(Function<Map<String, Integer>, Optional<RowReader<T>>> headers, Taker<T> taker) {
    this.headers = headers;
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
      if (rows == null) {
        throw NoHeader.unknown();
      }
    } else {
      readText(bytes);
    }
  }

  private void readText(byte[] bytes) {
    PostCsv csv = new PostCsv(bytes, delimiter(bytes));
    for (PostCsv.Row row = csv.next(); row != null; row = csv.next()) {
      boolean header = rows == null;
      take(row.cells(), row.whole());
      if (header && rows != null) {
        width = row.cells().size();
        csv.width(width);
      }
    }
  }

  /** The one by which there is a header: titles above it have others, or none. */
  private char delimiter(byte[] bytes) {
    NoHeader seen = new NoHeader();
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      PostCsv csv = new PostCsv(bytes, candidate);
      for (int number = 0; number < HEADER_WITHIN; number++) {
        PostCsv.Row row = csv.next();
        if (row == null) {
          seen.end();
          break;
        }
        seen.line(row);
        if (row.whole() && header(row.cells()).isPresent()) {
          return candidate;
        }
      }
    }
    throw seen.why();
  }

  private void take(List<String> cells, boolean whole) {
    line++;
    if (rows != null) {
      row(rows, cells, whole);
      return;
    }
    rows = whole ? header(cells).orElse(null) : null;
    if (rows != null) {
      line = 0;
    } else if (line == HEADER_WITHIN) {
      throw NoHeader.unknown();
    }
  }

  private void row(RowReader<T> reader, List<String> cells, boolean whole) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    PostRow row = new PostRow(line, reader.columns(), cells);
    T told = whole && !surplus(cells) ? reader.read(row) : broken(row, whole);
    if (row.bad()) {
      taker.fault(row.fault(reader.key()));
    } else {
      taker.told(line, Objects.requireNonNull(told));
      row.warnings(reader.key()).forEach(taker::warned);
    }
  }

  /** Cells beyond the header, which is known of a text only: a sheet may have notes there. */
  private boolean surplus(List<String> cells) {
    return width > 0
        && cells.size() > width
        && !cells.subList(width, cells.size()).stream().allMatch(String::isBlank);
  }

  private @Nullable T broken(PostRow row, boolean whole) {
    row.bad(new BadCell(Code.MALFORMED, whole ? "row" : "quotes"));
    return null;
  }

  private Optional<RowReader<T>> header(List<String> cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(Headers.folded(cells.get(i)), i);
    }
    return headers.apply(columns);
  }
}
