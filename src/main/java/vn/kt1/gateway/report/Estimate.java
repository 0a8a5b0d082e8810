package vn.kt1.gateway.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.report.figures.Span;

/**
 * What the rest of the year may bring (ước thực hiện): as much a day as the days counted so far,
 * rounded half up, by network and without months and units. It stands in cells of its own.
 *
 * @param counted days that were counted
 * @param rest days of the period after them
 */
record Estimate(long counted, long rest) {

  private static final Set<String> ESTIMATED =
      Set.of("volume", "received", "delivered", "returned");

  static Estimate of(Span period, Span counted) {
    return new Estimate(counted.days(), period.days() - counted.days());
  }

  List<Counted> beside(List<Counted> figures) {
    return rest <= 0
        ? figures
        : figures.stream().map(one -> ESTIMATED.contains(one.key()) ? beside(one) : one).toList();
  }

  private Counted beside(Counted figure) {
    Map<String, Long> networks = new LinkedHashMap<>();
    figure
        .cells()
        .forEach(
            cell ->
                networks.merge(
                    cell.dims().getOrDefault(Dimension.NETWORK, ""), cell.value(), Long::sum));
    List<FigureCell> all = new ArrayList<>(figure.cells());
    networks.forEach(
        (network, value) -> {
          long estimated = rest(value);
          if (estimated > 0) {
            all.add(new FigureCell(0, dims(figure, network), estimated, true));
          }
        });
    return figure.with(all);
  }

  /** Half up, in whole numbers. */
  long rest(long value) {
    return (2 * value * rest + counted) / (2 * counted);
  }

  private static Map<Dimension, String> dims(Counted figure, String network) {
    Map<Dimension, String> dims = new EnumMap<>(Dimension.class);
    figure.dims().forEach(dim -> dims.put(dim, SmallCells.ALL));
    dims.put(Dimension.NETWORK, network);
    return dims;
  }
}
