package vn.kt1.gateway.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Headers;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.StatusFile.Taker;
import vn.kt1.gateway.table.Csv;
import vn.kt1.gateway.table.Xlsx;

/** Reads one status file line by line: finds its header, and then gives out its rows. */
final class StatusReader {

  /** The header stands among the first lines; titles and blanks may stand above it. */
  private static final int HEADER_WITHIN = 20;

  private final List<Layout> layouts;
  private final Taker taker;
  private @Nullable StatusRow rows;
  private int line;

  /**
   * @param layouts the first whose columns are all there is that of the file
   */
  StatusReader(List<Layout> layouts, Taker taker) {
    this.layouts = layouts;
    this.taker = taker;
  }

  /**
   * @throws Rejected when it is no table, or has no header that is known
   */
  void read(byte[] bytes) {
    if (Xlsx.is(bytes)) {
      Xlsx.read(bytes, (number, cells) -> take(cells));
    } else {
      Csv.read(bytes, null, delimiter(bytes), this::take);
    }
    if (rows == null) {
      throw unknown();
    }
  }

  /** Stops the reading of a file at once. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** The one by which there is a header: titles above it have others, or none. */
  private @Nullable Character delimiter(byte[] bytes) {
    for (char candidate : new char[] {',', ';', '\t'}) {
      if (headed(bytes, candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean headed(byte[] bytes, char delimiter) {
    boolean[] found = new boolean[1];
    int[] lines = new int[1];
    try {
      Csv.read(
          bytes,
          null,
          delimiter,
          cells -> {
            found[0] = header(cells).isPresent();
            if (found[0] || ++lines[0] == HEADER_WITHIN) {
              throw new Enough();
            }
          });
    } catch (Enough | Rejected seen) {
      return found[0];
    }
    return found[0];
  }

  private static Rejected unknown() {
    return new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
  }

  private void take(List<String> cells) {
    line++;
    if (rows != null) {
      row(rows, cells);
    } else {
      rows = header(cells).orElse(null);
      if (rows != null) {
        line = 0;
      } else if (line == HEADER_WITHIN) {
        throw unknown();
      }
    }
  }

  private void row(StatusRow row, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    try {
      taker.told(line, row.read(line, cells));
    } catch (BadRow bad) {
      taker.fault(RowFault.of(line, bad.code(), bad.variant()));
    }
  }

  private Optional<StatusRow> header(List<String> cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(Headers.folded(cells.get(i)), i);
    }
    return layouts.stream()
        .filter(layout -> layout.needed().stream().allMatch(names -> any(names, columns)))
        .findFirst()
        .map(layout -> new StatusRow(layout, columns));
  }

  private static boolean any(List<String> names, Map<String, Integer> columns) {
    return names.stream().anyMatch(columns::containsKey);
  }
}
