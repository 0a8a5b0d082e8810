package vn.kt1.gateway.statistics.figures;

import java.util.List;
import vn.kt1.gateway.statistics.Dim;
import vn.kt1.gateway.statistics.Figure;
import vn.kt1.gateway.statistics.Tally;

/** Shipments that wait for an answer. */
final class Held implements Figure {

  @Override
  public String key() {
    return "held";
  }

  @Override
  public List<Dim> dims() {
    return List.of(Dim.MONTH, Dim.UNIT);
  }

  @Override
  public boolean counts(Tally tally) {
    return tally.outcome().equals("HELD") && !tally.state().equals("CANCELLED");
  }
}
