package vn.kt1.gateway.statistics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** One count of a figure; {@code n} numbers the cells of a figure from 1. */
@NamedInterface("figures")
public record Cell(int n, Map<Dim, String> dims, long value, boolean estimate) {

  public Cell {
    dims = dims.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(dims));
  }
}
