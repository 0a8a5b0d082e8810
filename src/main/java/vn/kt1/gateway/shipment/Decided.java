package vn.kt1.gateway.shipment;

import java.util.List;

/** A hand-off with one decision per envelope, in the same order. */
public record Decided(HandOff handOff, List<Decision> decisions) {

  public Decided {
    decisions = List.copyOf(decisions);
    if (decisions.size() != handOff.envelopes().size()) {
      throw new IllegalArgumentException("one decision per envelope");
    }
  }
}
