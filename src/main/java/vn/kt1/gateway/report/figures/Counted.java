package vn.kt1.gateway.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.kt1.gateway.shipment.Text;

/**
 * A figure with its cells, ordered by their dims. A count of nothing has no cell: on an empty
 * database a figure has none.
 */
public record Counted(String key, List<Dimension> dims, List<FigureCell> cells) {

  public Counted {
    dims = List.copyOf(dims);
    cells = List.copyOf(cells);
  }

  static Counted of(Figure figure, List<ShipmentTally> tallies) {
    return new Counted(figure.key(), figure.dims(), List.of())
        .with(tallies.stream().filter(figure.counts()).map(figure::cell).toList());
  }

  /** The same figure over these cells: cells of equal dims are added up, all are numbered anew. */
  Counted with(List<FigureCell> others) {
    Map<String, FigureCell> added = new TreeMap<>();
    others.forEach(cell -> added.merge(place(cell), cell, FigureCell::plus));
    List<FigureCell> numbered = new ArrayList<>(added.size());
    added.values().forEach(cell -> numbered.add(cell.numbered(numbered.size() + 1)));
    return new Counted(key, dims, numbered);
  }

  private String place(FigureCell cell) {
    return dims.stream().map(cell.dims()::get).collect(Collectors.joining("\t"));
  }

  public String label(Locale locale) {
    return Text.of("figure." + key).in(locale);
  }

  public long total() {
    return cells.stream().mapToLong(FigureCell::value).sum();
  }
}
