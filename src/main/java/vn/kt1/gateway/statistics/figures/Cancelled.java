package vn.kt1.gateway.statistics.figures;

import java.util.List;
import vn.kt1.gateway.statistics.Dim;
import vn.kt1.gateway.statistics.Figure;
import vn.kt1.gateway.statistics.Tally;

/** Shipments that were cancelled, whatever was decided of them. */
final class Cancelled implements Figure {

  @Override
  public String key() {
    return "cancelled";
  }

  @Override
  public List<Dim> dims() {
    return List.of(Dim.MONTH, Dim.UNIT);
  }

  @Override
  public boolean counts(Tally tally) {
    return tally.state().equals("CANCELLED");
  }
}
