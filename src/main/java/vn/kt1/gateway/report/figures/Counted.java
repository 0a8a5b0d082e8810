package vn.kt1.gateway.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.kt1.gateway.shipment.Text;

/**
 * A figure with its cells, ordered by their dims. A count of nothing has no cell: on an empty
 * database a figure has none.
 *
 * @param unit of its values: items, or dong
 */
public record Counted(String key, String unit, List<Dimension> dims, List<FigureCell> cells) {

  public Counted {
    dims = List.copyOf(dims);
    cells = List.copyOf(cells);
  }

  static Counted of(Figure figure, List<FigureCell> cells) {
    return new Counted(figure.key(), figure.measure().unit(), figure.dims(), List.of()).with(cells);
  }

  /** The same figure over these cells: cells of equal dims are added up, all are numbered anew. */
  public Counted with(List<FigureCell> others) {
    Map<String, FigureCell> added = new TreeMap<>();
    others.forEach(cell -> added.merge(place(cell), cell, FigureCell::plus));
    List<FigureCell> numbered = new ArrayList<>(added.size());
    added.values().forEach(cell -> numbered.add(cell.numbered(numbered.size() + 1)));
    return new Counted(key, unit, dims, numbered);
  }

  /** An estimate stands apart from what was counted. */
  private String place(FigureCell cell) {
    return dims.stream().map(cell.dims()::get).collect(Collectors.joining("\t"))
        + (cell.estimate() ? "\t\t" : "");
  }

  public String label(Locale locale) {
    return Text.of("figure." + key).in(locale);
  }

  public Optional<FigureCell> cell(int n) {
    return n < 1 || n > cells.size() ? Optional.empty() : Optional.of(cells.get(n - 1));
  }

  /** Of what was counted. */
  public long total() {
    return cells.stream().filter(cell -> !cell.estimate()).mapToLong(FigureCell::value).sum();
  }

  public long total(Dimension dim, String value) {
    return cells.stream()
        .filter(cell -> !cell.estimate() && value.equals(cell.dims().get(dim)))
        .mapToLong(FigureCell::value)
        .sum();
  }
}
