package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Puts what stands under a partner's own names and paths where the contract has it. What it does
 * not know stays under its own name, for the guard to find.
 */
final class Paths {

  private final Conventions how;

  Paths(Conventions how) {
    this.how = how;
  }

  boolean envelopes(String path) {
    return path.equals(how.envelopes());
  }

  boolean aboveEnvelopes(String path) {
    return how.envelopes().startsWith(path + ".");
  }

  ObjectNode handOff(ObjectNode given) {
    return how.names().isEmpty() && how.envelopes().equals("envelopes")
        ? given
        : moved(given, Kind.HAND_OFF);
  }

  JsonNode envelope(JsonNode given) {
    return how.names().isEmpty() || !(given instanceof ObjectNode object)
        ? given
        : moved(object, Kind.ENVELOPE);
  }

  private ObjectNode moved(ObjectNode given, Kind kind) {
    ObjectNode shaped = JsonNodeFactory.instance.objectNode();
    move(given, "", kind, shaped, shaped);
    return shaped;
  }

  /**
   * @param strangers where in {@code shaped} stays what no path leads to
   */
  private void move(
      ObjectNode given, String at, Kind kind, ObjectNode shaped, ObjectNode strangers) {
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      String path = at + entry.getKey();
      JsonNode value = entry.getValue();
      Optional<HandOffField> field = how.field(path).filter(found -> belongs(found, kind));
      // Before the field: a column of its tables may be called as an object of its JSON is.
      if (value instanceof ObjectNode object && leadsOn(path)) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        move(object, path + ".", kind, shaped, rest);
        if (!rest.isEmpty()) {
          put(strangers, entry.getKey(), rest);
        }
      } else if (field.isPresent()) {
        put(field.get(), value, shaped);
      } else if (envelopes(path)) {
        put(shaped, "envelopes", value);
      } else {
        put(strangers, entry.getKey(), value);
      }
    }
  }

  private static boolean belongs(HandOffField field, Kind kind) {
    return (field.kind() == Kind.HAND_OFF) == (kind == Kind.HAND_OFF);
  }

  private boolean leadsOn(String path) {
    return aboveEnvelopes(path) || how.leadsOn(path);
  }

  private static void put(HandOffField field, JsonNode value, ObjectNode shaped) {
    put(field.kind() == Kind.RECIPIENT ? recipient(shaped) : shaped, field.field(), value);
  }

  private static ObjectNode recipient(ObjectNode shaped) {
    if (shaped.get("recipient") instanceof ObjectNode known) {
      return known;
    }
    ObjectNode recipient = JsonNodeFactory.instance.objectNode();
    put(shaped, "recipient", recipient);
    return recipient;
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    if (object.has(name)) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "columns"));
    }
    object.set(name, value);
  }
}
