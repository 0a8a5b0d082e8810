package vn.kt1.gateway.intake;

import vn.kt1.gateway.shipment.Fault;

/** Takes a message up piece by piece, so that a long one never stands in memory whole. */
public interface Sink {

  void envelope(Given envelope);

  /** The hand-off itself, once; its list of envelopes is empty where they were given before. */
  void handOff(Given handOff);

  /** The hand-off has no time of its own: it counts as handed off when it was received. */
  default void handedOffOnReceipt() {}

  /** A text that is no field: looked at, and forgotten. */
  default void text(String text) {}

  /** What the language itself has found. */
  void fault(Fault fault);
}
