package vn.kt1.gateway.report.figures;

import java.util.List;

/** Shipments that came back to the sender. */
final class Returned implements Figure {

  @Override
  public String key() {
    return "returned";
  }

  @Override
  public List<Dimension> dims() {
    return List.of(Dimension.NETWORK, Dimension.MONTH, Dimension.UNIT);
  }

  @Override
  public boolean counts(ShipmentTally tally) {
    return tally.state().equals("RETURNED");
  }
}
