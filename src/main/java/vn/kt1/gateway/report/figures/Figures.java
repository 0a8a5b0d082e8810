package vn.kt1.gateway.report.figures;

import java.util.List;

/** The figures of the report, in its order. */
public final class Figures {

  private static final List<Figure> ALL =
      List.of(
          new Volume(),
          new Delivered(),
          new Returned(),
          new Held(),
          new Refused(),
          new Cancelled());

  private Figures() {}

  public static List<Figure> all() {
    return ALL;
  }
}
