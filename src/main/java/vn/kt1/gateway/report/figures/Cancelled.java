package vn.kt1.gateway.report.figures;

import java.util.List;

/** Shipments that were cancelled, whatever was decided of them. */
final class Cancelled implements Figure {

  @Override
  public String key() {
    return "cancelled";
  }

  @Override
  public List<Dimension> dims() {
    return List.of(Dimension.MONTH, Dimension.UNIT);
  }

  @Override
  public boolean counts(ShipmentTally tally) {
    return tally.state().equals("CANCELLED");
  }
}
