package vn.kt1.gateway.statistics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.modulith.NamedInterface;

/**
 * A figure with its cells, ordered by their dims. Only what there is has a cell: an empty database
 * has none.
 */
@NamedInterface("figures")
public record Counted(String key, List<Dim> dims, List<Cell> cells) {

  public Counted {
    dims = List.copyOf(dims);
    cells = List.copyOf(cells);
  }

  static Counted of(Figure figure, List<Tally> tallies) {
    Map<String, Row> rows = new TreeMap<>();
    for (Tally tally : tallies) {
      if (figure.counts(tally)) {
        Map<Dim, String> dims = new EnumMap<>(Dim.class);
        figure.dims().forEach(dim -> dims.put(dim, dim.of(tally)));
        add(rows, figure.dims(), dims, tally.count());
      }
    }
    return numbered(figure.key(), figure.dims(), rows);
  }

  private record Row(Map<Dim, String> dims, long value) {}

  private static void add(
      Map<String, Row> rows, List<Dim> order, Map<Dim, String> dims, long count) {
    String place = String.join("\t", order.stream().map(dims::get).toList());
    rows.merge(
        place, new Row(dims, count), (one, other) -> new Row(dims, one.value() + other.value()));
  }

  private static Counted numbered(String key, List<Dim> dims, Map<String, Row> rows) {
    List<Cell> cells = new ArrayList<>(rows.size());
    rows.values()
        .forEach(row -> cells.add(new Cell(cells.size() + 1, row.dims(), row.value(), false)));
    return new Counted(key, dims, cells);
  }

  /** The same figure over these cells, those of equal dims added up and all numbered anew. */
  Counted with(List<Cell> others) {
    Map<String, Row> rows = new TreeMap<>();
    others.forEach(cell -> add(rows, dims, cell.dims(), cell.value()));
    return numbered(key, dims, rows);
  }

  public long total() {
    return cells.stream().mapToLong(Cell::value).sum();
  }
}
