package vn.kt1.gateway.report.figures;

import java.util.List;

/**
 * What travels: shipments that were routed and not cancelled, by all that they were handed over
 * with.
 */
final class Volume implements Figure {

  @Override
  public String key() {
    return "volume";
  }

  @Override
  public List<Dimension> dims() {
    return List.of(
        Dimension.SECRECY, Dimension.URGENCY, Dimension.NETWORK, Dimension.MONTH, Dimension.UNIT);
  }

  @Override
  public boolean counts(ShipmentTally tally) {
    return tally.outcome().equals("ROUTED") && !tally.state().equals("CANCELLED");
  }
}
