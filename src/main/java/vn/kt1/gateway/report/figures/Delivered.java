package vn.kt1.gateway.report.figures;

import java.util.List;

/** Shipments that have arrived. */
final class Delivered implements Figure {

  @Override
  public String key() {
    return "delivered";
  }

  @Override
  public List<Dimension> dims() {
    return List.of(Dimension.NETWORK, Dimension.MONTH, Dimension.UNIT);
  }

  @Override
  public boolean counts(ShipmentTally tally) {
    return tally.state().equals("DELIVERED");
  }
}
