package vn.kt1.gateway.statistics.figures;

import java.util.List;
import vn.kt1.gateway.statistics.Dim;
import vn.kt1.gateway.statistics.Figure;
import vn.kt1.gateway.statistics.Tally;

/** Shipments that have arrived. */
final class Delivered implements Figure {

  @Override
  public String key() {
    return "delivered";
  }

  @Override
  public List<Dim> dims() {
    return List.of(Dim.NETWORK, Dim.MONTH, Dim.UNIT);
  }

  @Override
  public boolean counts(Tally tally) {
    return tally.state().equals("DELIVERED");
  }
}
