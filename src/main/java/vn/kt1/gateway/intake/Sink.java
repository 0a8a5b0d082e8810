package vn.kt1.gateway.intake;

import vn.kt1.gateway.shipment.Fault;

/** Takes a message piece by piece, so that a long message is never in memory as a whole. */
public interface Sink {

  void envelope(Given envelope);

  /** Takes the hand-off itself, once. Its list of envelopes is empty if they were given before. */
  void handOff(Given handOff);

  /** Says that the message gives no time: the time of receipt counts as the time of hand-off. */
  default void handedOffOnReceipt() {}

  /** Takes a text that is not a field. It is checked and not kept. */
  default void text(String text) {}

  /** Takes a fault that the language itself has found. */
  void fault(Fault fault);
}
