package vn.kt1.gateway.report.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A figure with its cells, ordered by their dims. Only what there is has a cell: an empty database
 * has none.
 */
public record Counted(String key, List<Dimension> dims, List<FigureCell> cells) {

  public Counted {
    dims = List.copyOf(dims);
    cells = List.copyOf(cells);
  }

  static Counted of(Figure figure, List<ShipmentTally> tallies) {
    Map<String, Row> rows = new TreeMap<>();
    for (ShipmentTally tally : tallies) {
      if (figure.counts(tally)) {
        Map<Dimension, String> dims = new EnumMap<>(Dimension.class);
        figure.dims().forEach(dim -> dims.put(dim, dim.of(tally)));
        add(rows, figure.dims(), dims, tally.count());
      }
    }
    return numbered(figure.key(), figure.dims(), rows);
  }

  private record Row(Map<Dimension, String> dims, long value) {}

  private static void add(
      Map<String, Row> rows, List<Dimension> order, Map<Dimension, String> dims, long count) {
    String place = String.join("\t", order.stream().map(dims::get).toList());
    rows.merge(
        place, new Row(dims, count), (one, other) -> new Row(dims, one.value() + other.value()));
  }

  private static Counted numbered(String key, List<Dimension> dims, Map<String, Row> rows) {
    List<FigureCell> cells = new ArrayList<>(rows.size());
    rows.values()
        .forEach(
            row -> cells.add(new FigureCell(cells.size() + 1, row.dims(), row.value(), false)));
    return new Counted(key, dims, cells);
  }

  /** The same figure over these cells, those of equal dims added up and all numbered anew. */
  Counted with(List<FigureCell> others) {
    Map<String, Row> rows = new TreeMap<>();
    others.forEach(cell -> add(rows, dims, cell.dims(), cell.value()));
    return numbered(key, dims, rows);
  }

  public long total() {
    return cells.stream().mapToLong(FigureCell::value).sum();
  }
}
