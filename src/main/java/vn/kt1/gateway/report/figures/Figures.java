package vn.kt1.gateway.report.figures;

import static vn.kt1.gateway.report.figures.Dimension.MONTH;
import static vn.kt1.gateway.report.figures.Dimension.NETWORK;
import static vn.kt1.gateway.report.figures.Dimension.SECRECY;
import static vn.kt1.gateway.report.figures.Dimension.UNIT;
import static vn.kt1.gateway.report.figures.Dimension.URGENCY;

import java.util.List;

/** The figures of the report, in its order. A new one needs a line here and its two labels. */
public final class Figures {

  /** A cancelled shipment counts as {@code cancelled} and as nothing else. */
  static final List<Figure> ALL =
      List.of(
          new Figure(
              "volume",
              all -> all.decided("ROUTED") && !all.is("CANCELLED"),
              SECRECY,
              URGENCY,
              NETWORK,
              MONTH,
              UNIT),
          new Figure("delivered", all -> all.is("DELIVERED"), NETWORK, MONTH, UNIT),
          new Figure("returned", all -> all.is("RETURNED"), NETWORK, MONTH, UNIT),
          new Figure("held", all -> all.decided("HELD") && !all.is("CANCELLED"), MONTH, UNIT),
          new Figure("refused", all -> all.decided("REFUSED"), MONTH, UNIT),
          new Figure("cancelled", all -> all.is("CANCELLED"), MONTH, UNIT));

  private Figures() {}
}
