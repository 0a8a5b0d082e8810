package vn.kt1.gateway.report.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges small cells for readers who may not see degree data (CONTRACT, 5). A group is all cells
 * that differ in the degree only. If one cell of a group is small, the whole group becomes one cell
 * {@code ALL}. Leaving out the small cell alone would not help, because the sum would reveal it.
 */
public final class SmallCells {

  public static final String ALL = "ALL";

  /** A figure without small cells by degree, and how many of its cells stand for all degrees. */
  public record Merged(Counted figure, int cells) {}

  private SmallCells() {}

  /**
   * @param smallest the smallest count that may be shown by degree
   */
  public static Merged merge(Counted figure, int smallest) {
    if (!figure.dims().contains(Dimension.SECRECY)) {
      return new Merged(figure, 0);
    }
    Map<Map<Dimension, String>, List<FigureCell>> groups = new LinkedHashMap<>();
    for (FigureCell cell : figure.cells()) {
      groups.computeIfAbsent(allDegrees(cell).dims(), others -> new ArrayList<>()).add(cell);
    }
    List<FigureCell> shown = new ArrayList<>();
    int merged = 0;
    for (List<FigureCell> group : groups.values()) {
      boolean small = group.stream().anyMatch(cell -> cell.value() < smallest);
      group.forEach(cell -> shown.add(small ? allDegrees(cell) : cell));
      merged += small ? 1 : 0;
    }
    return new Merged(figure.with(shown), merged);
  }

  /**
   * Merges all degrees of every group, small or large. It is for readers who see single shipments
   * without their degree: a group with one degree, or a cell that grows, would tell them the
   * degree.
   */
  public static Merged mergeAll(Counted figure) {
    if (!figure.dims().contains(Dimension.SECRECY)) {
      return new Merged(figure, 0);
    }
    Counted merged = figure.with(figure.cells().stream().map(SmallCells::allDegrees).toList());
    return new Merged(merged, merged.cells().size());
  }

  private static FigureCell allDegrees(FigureCell cell) {
    Map<Dimension, String> dims = new EnumMap<>(cell.dims());
    dims.put(Dimension.SECRECY, ALL);
    return new FigureCell(cell.n(), dims, cell.value(), cell.estimate());
  }
}
