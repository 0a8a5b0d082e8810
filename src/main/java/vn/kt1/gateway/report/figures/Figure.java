package vn.kt1.gateway.report.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One number of the report. Its label is {@code figure.<key>} in {@code messages_vi} and {@code
 * messages_en}.
 *
 * @param dims by what it is broken down, in the order of {@link Dimension}
 * @param counts which shipments it counts
 */
public record Figure(String key, List<Dimension> dims, Predicate<ShipmentTally> counts) {

  Figure(String key, Predicate<ShipmentTally> counts, Dimension... dims) {
    this(key, List.of(dims), counts);
  }

  FigureCell cell(ShipmentTally tally) {
    Map<Dimension, String> values = new EnumMap<>(Dimension.class);
    dims.forEach(dim -> values.put(dim, dim.of(tally)));
    return new FigureCell(0, values, tally.count(), false);
  }
}
