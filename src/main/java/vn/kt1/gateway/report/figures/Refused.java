package vn.kt1.gateway.report.figures;

import java.util.List;

/** Shipments the policy refused. */
final class Refused implements Figure {

  @Override
  public String key() {
    return "refused";
  }

  @Override
  public List<Dimension> dims() {
    return List.of(Dimension.MONTH, Dimension.UNIT);
  }

  @Override
  public boolean counts(ShipmentTally tally) {
    return tally.outcome().equals("REFUSED");
  }
}
