package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;

/** Takes a message up piece by piece, so that a long one never stands in memory whole. */
public interface Sink {

  /**
   * The next envelope.
   *
   * @param row its data row where the language has rows
   * @param place where in the sender's own message a fault lies that names a contract's field
   */
  void envelope(JsonNode envelope, @Nullable Integer row, UnaryOperator<Fault> place);

  /** The same, written as the contract says. */
  default void envelope(JsonNode envelope, @Nullable Integer row) {
    envelope(envelope, row, UnaryOperator.identity());
  }

  /**
   * The hand-off itself, once, in the contract's fields and whatever else was there. Its {@code
   * envelopes} is an empty list where they were given to {@link #envelope}.
   */
  void handOff(ObjectNode handOff, UnaryOperator<Fault> place);

  /** The same, written as the contract says. */
  default void handOff(ObjectNode handOff) {
    handOff(handOff, UnaryOperator.identity());
  }

  /** The hand-off has no time of its own: it counts as handed off when it was received. */
  void handedOffOnReceipt();

  /** A text that is no field: looked at, and forgotten. */
  void text(String text);

  /** What the language itself has found. */
  void fault(Fault fault);
}
