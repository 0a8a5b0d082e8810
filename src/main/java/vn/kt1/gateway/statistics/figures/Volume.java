package vn.kt1.gateway.statistics.figures;

import java.util.List;
import vn.kt1.gateway.statistics.Dim;
import vn.kt1.gateway.statistics.Figure;
import vn.kt1.gateway.statistics.Tally;

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
  public List<Dim> dims() {
    return List.of(Dim.SECRECY, Dim.URGENCY, Dim.NETWORK, Dim.MONTH, Dim.UNIT);
  }

  @Override
  public boolean counts(Tally tally) {
    return tally.outcome().equals("ROUTED") && !tally.state().equals("CANCELLED");
  }
}
