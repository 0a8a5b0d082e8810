package vn.kt1.gateway.report.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** One count of a figure; {@code n} numbers the cells of a figure from 1. */
public record FigureCell(int n, Map<Dimension, String> dims, long value, boolean estimate) {

  public FigureCell {
    dims = dims.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(dims));
  }

  FigureCell numbered(int number) {
    return new FigureCell(number, dims, value, estimate);
  }

  FigureCell plus(FigureCell other) {
    return new FigureCell(n, dims, value + other.value, estimate || other.estimate);
  }
}
