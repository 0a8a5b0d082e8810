package vn.kt1.gateway.report.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges cells for readers who may not see degree data (CONTRACT, 5). A group is all cells that
 * differ in one dim only; merged, it becomes one cell {@code ALL} of that dim. Leaving out a small
 * cell alone would not help, because the sum would reveal it.
 */
public final class SmallCells {

  public static final String ALL = "ALL";

  /** A figure that was merged, and how many of its cells stand for several. */
  public record Merged(Counted figure, int cells) {}

  private SmallCells() {}

  /**
   * For mails: every degree, service and urgency together; and where a unit has a small cell in one
   * month, all its months.
   *
   * @param smallest the smallest count that may be mailed by month
   */
  public static Merged mailed(Counted figure, int smallest) {
    Merged degrees = mergeAll(merged(figure, Dimension.URGENCY).figure());
    if (!figure.dims().contains(Dimension.MONTH)) {
      return degrees;
    }
    Merged months = merge(degrees.figure(), Dimension.MONTH, smallest);
    return new Merged(months.figure(), Math.max(degrees.cells(), months.cells()));
  }

  /** Merges every group that has a small cell. */
  static Merged merge(Counted figure, Dimension dim, int smallest) {
    if (!figure.dims().contains(dim)) {
      return new Merged(figure, 0);
    }
    Map<FigureCell, List<FigureCell>> groups = new LinkedHashMap<>();
    for (FigureCell cell : figure.cells()) {
      groups.computeIfAbsent(group(cell, dim), same -> new ArrayList<>()).add(cell);
    }
    List<FigureCell> shown = new ArrayList<>();
    int merged = 0;
    for (List<FigureCell> group : groups.values()) {
      boolean small = group.stream().anyMatch(cell -> cell.value() < smallest);
      group.forEach(cell -> shown.add(small ? all(cell, dim) : cell));
      merged += small ? 1 : 0;
    }
    return new Merged(figure.with(shown), merged);
  }

  /**
   * Merges all degrees of every group, small or large, with what tells them. It is for readers who
   * see single shipments without their degree: a group with one degree, or a cell that grows, would
   * tell them the degree.
   */
  public static Merged mergeAll(Counted figure) {
    Counted merged = figure;
    for (Dimension dim : figure.dims()) {
      if (dim.tellsDegree()) {
        merged = merged(merged, dim).figure();
      }
    }
    boolean same = figure.dims().stream().noneMatch(Dimension::tellsDegree);
    return new Merged(merged, same ? 0 : merged.cells().size());
  }

  private static Merged merged(Counted figure, Dimension dim) {
    return merge(figure, dim, Integer.MAX_VALUE);
  }

  private static FigureCell group(FigureCell cell, Dimension dim) {
    return new FigureCell(0, all(cell, dim).dims(), 0, cell.estimate());
  }

  private static FigureCell all(FigureCell cell, Dimension dim) {
    Map<Dimension, String> dims = new EnumMap<>(Dimension.class);
    dims.putAll(cell.dims());
    dims.put(dim, ALL);
    return new FigureCell(cell.n(), dims, cell.value(), cell.estimate());
  }
}
