package vn.kt1.gateway.report.figures;

import java.util.List;

/** Shipments that wait for an answer. */
final class Held implements Figure {

  @Override
  public String key() {
    return "held";
  }

  @Override
  public List<Dimension> dims() {
    return List.of(Dimension.MONTH, Dimension.UNIT);
  }

  @Override
  public boolean counts(ShipmentTally tally) {
    return tally.outcome().equals("HELD") && !tally.state().equals("CANCELLED");
  }
}
