package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/**
 * Puts what stands under a partner's own names and paths where the contract has it. What it does
 * not know stays under its own name, for the guard to find.
 */
final class Paths {

  private final Conventions how;
  private final boolean asTheContract;

  Paths(Conventions how) {
    this.how = how;
    this.asTheContract = how.names().isEmpty() && how.envelopes().equals("envelopes");
  }

  boolean envelopes(String path) {
    return path.equals(how.envelopes());
  }

  boolean aboveEnvelopes(String path) {
    return how.envelopes().startsWith(path + ".");
  }

  boolean leadsOn(String path) {
    return aboveEnvelopes(path) || how.leadsOn(path);
  }

  /** The field of that path in an object of that kind. */
  Optional<HandOffField> field(String path, Kind kind) {
    return how.field(path)
        .filter(found -> (found.kind() == Kind.HAND_OFF) == (kind == Kind.HAND_OFF));
  }

  ObjectNode handOff(ObjectNode given) {
    return asTheContract ? given : new Shaping(this, Kind.HAND_OFF).of(given, "");
  }

  JsonNode envelope(JsonNode given) {
    return how.names().isEmpty() || !(given instanceof ObjectNode object)
        ? given
        : new Shaping(this, Kind.ENVELOPE).of(object, "");
  }

  /** Places a fault of the hand-off in what the sender wrote. */
  UnaryOperator<Fault> placing(ObjectNode handOff) {
    return asTheContract
        ? UnaryOperator.identity()
        : fault -> places(handOff, Kind.HAND_OFF, "").placed(fault);
  }

  /**
   * The same for an envelope. Most have no fault, so the places are found when there is one.
   *
   * @param at its pointer in the contract's words
   * @param ownAt its pointer in the sender's message
   */
  UnaryOperator<Fault> placing(JsonNode envelope, String at, String ownAt) {
    if (asTheContract) {
      return UnaryOperator.identity();
    }
    return fault -> {
      Places places = new Places();
      places.put(at, ownAt);
      places.putAll(at, places(envelope, Kind.ENVELOPE, ownAt));
      return places.placed(fault);
    };
  }

  private Places places(JsonNode given, Kind kind, String ownAt) {
    Shaping shaping = new Shaping(this, kind);
    if (given instanceof ObjectNode object && (kind == Kind.HAND_OFF || !how.names().isEmpty())) {
      shaping.of(object, ownAt);
    }
    return shaping.places();
  }
}
