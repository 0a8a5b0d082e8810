package vn.kt1.gateway.report.figures;

import static vn.kt1.gateway.report.figures.Dimension.KIND;
import static vn.kt1.gateway.report.figures.Dimension.MONTH;
import static vn.kt1.gateway.report.figures.Dimension.NETWORK;
import static vn.kt1.gateway.report.figures.Dimension.SECRECY;
import static vn.kt1.gateway.report.figures.Dimension.SERVICE;
import static vn.kt1.gateway.report.figures.Dimension.UNIT;
import static vn.kt1.gateway.report.figures.Dimension.URGENCY;
import static vn.kt1.gateway.report.figures.Dimension.ZONE;
import static vn.kt1.gateway.report.figures.Figure.Of.INCIDENTS;
import static vn.kt1.gateway.report.figures.Figure.Of.RECEIVED;
import static vn.kt1.gateway.report.figures.Figure.Of.SENT;

import java.util.List;
import java.util.Optional;
import vn.kt1.gateway.report.figures.Figure.Measure;

/**
 * The figures of the report, in its order. A new one needs a line here and its two labels. Volume,
 * quality, safety and cost: what the guidance of Hải Phòng asks each side to keep (§2, §3), and TT
 * 16/2017/TT-BTTTT Đ.16(3), superseded, the last rule on a report of KT1 that can be read.
 */
public final class Figures {

  /** A cancelled shipment counts as {@code cancelled} and as nothing else. */
  private static final String TRAVELS = "outcome = 'ROUTED' and state <> 'CANCELLED'";

  private static final String MEASURED = "timing <> ''";

  static final List<Figure> ALL =
      List.of(
          new Figure("volume", SENT, TRAVELS, SECRECY, URGENCY, NETWORK, MONTH, UNIT),
          new Figure("delivered", SENT, "state = 'DELIVERED'", NETWORK, MONTH, UNIT),
          new Figure("returned", SENT, "state = 'RETURNED'", NETWORK, MONTH, UNIT),
          new Figure("held", SENT, "outcome = 'HELD' and state <> 'CANCELLED'", MONTH, UNIT),
          new Figure("refused", SENT, "outcome = 'REFUSED'", MONTH, UNIT),
          new Figure("cancelled", SENT, "state = 'CANCELLED'", MONTH, UNIT),
          new Figure("received", RECEIVED, TRAVELS, NETWORK, MONTH, UNIT),
          new Figure("lost", SENT, "state = 'LOST'", NETWORK, MONTH, UNIT),
          new Figure("refused-outside", SENT, "outside", MONTH, UNIT).byLogin(),
          new Figure("volume-by-month", SENT, TRAVELS, MONTH),
          new Figure("measured", SENT, MEASURED, ZONE, MONTH, UNIT).notForOthers(),
          new Figure("on-time", SENT, "timing = 'ON_TIME'", ZONE, MONTH, UNIT).notForOthers(),
          new Figure("late", SENT, "timing = 'LATE'", ZONE, MONTH, UNIT).notForOthers(),
          new Figure("no-target", SENT, "timing = 'NO_TARGET'", ZONE, MONTH, UNIT).notForOthers(),
          new Figure("excluded", SENT, "timing = 'EXCLUDED'", ZONE, MONTH, UNIT).notForOthers(),
          new Figure("under-way", SENT, "timing = 'OPEN'", ZONE, MONTH, UNIT).notForOthers(),
          new Figure("first-attempt", SENT, MEASURED + " and first_try", ZONE, MONTH, UNIT)
              .notForOthers(),
          new Figure("sent-back", SENT, MEASURED + " and state = 'RETURNED'", ZONE, MONTH, UNIT)
              .notForOthers(),
          new Figure("confirmed", SENT, "confirmed = 'RECEIVED'", MONTH, UNIT),
          new Figure("confirmed-problem", SENT, "confirmed = 'PROBLEM'", MONTH, UNIT),
          new Figure("confirmation-missing", SENT, "confirmed = 'MISSING'", MONTH, UNIT),
          new Figure("quality-agreed", SENT, MEASURED + " and said = 'AGREED'", MONTH, UNIT)
              .notForOthers(),
          new Figure("quality-objected", SENT, MEASURED + " and said = 'OBJECTED'", MONTH, UNIT)
              .notForOthers(),
          new Figure("quality-unanswered", SENT, MEASURED + " and said = ''", MONTH, UNIT)
              .notForOthers(),
          new Figure("incidents", INCIDENTS, "true", KIND, MONTH, UNIT),
          new Figure("incidents-answered", INCIDENTS, "answered", KIND, MONTH, UNIT),
          new Figure("charges", SENT, MEASURED, SERVICE, MONTH, UNIT)
              .measuring(Measure.AMOUNT)
              .byLogin(),
          new Figure("vat", SENT, MEASURED, SERVICE, MONTH, UNIT).measuring(Measure.VAT).byLogin(),
          new Figure("uncharged", SENT, MEASURED, MONTH, UNIT)
              .measuring(Measure.UNCHARGED)
              .notForOthers());

  private Figures() {}

  public static Optional<Figure> named(String key) {
    return ALL.stream().filter(figure -> figure.key().equals(key)).findFirst();
  }
}
