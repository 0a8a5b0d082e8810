package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;
import vn.kt1.gateway.shipment.Rejected;

/** One object of a message on its way into the contract's shape, and from where each part came. */
final class Shaping {

  private final Paths paths;
  private final Kind kind;
  private final ObjectNode shaped = JsonNodeFactory.instance.objectNode();
  private final Places places = new Places();

  Shaping(Paths paths, Kind kind) {
    this.paths = paths;
    this.kind = kind;
  }

  /**
   * @param ownAt the pointer of {@code given} in the sender's message
   */
  ObjectNode of(ObjectNode given, String ownAt) {
    move(given, "", ownAt, new Strangers(shaped, places, false));
    return shaped;
  }

  /** Where its parts stood; the pointers begin at the shaped object. */
  Places places() {
    return places;
  }

  /**
   * What no path leads to stays under its own name, for the guard to find.
   *
   * @param inside whether it comes out of an object that a path leads through: there a contract's
   *     name means nothing
   */
  private record Strangers(ObjectNode object, Places places, boolean inside) {

    void put(String name, JsonNode value, String ownAt, Places within) {
      int position = object.size();
      String kept = Places.named(name) && !inside ? name : free(name);
      Shaping.put(object, kept, value);
      for (String step : new String[] {"/~" + position, Places.step(kept, position)}) {
        places.put(step, ownAt);
        places.putAll(step, within);
      }
      String above = ownAt.substring(0, ownAt.lastIndexOf('/'));
      Forbidden.ourSpelling(name).ifPresent(our -> places.put("/" + our, above + "/" + our));
    }

    /** A name nobody has yet; blanks make no other name to the guard. */
    private String free(String name) {
      String free = Places.named(name) ? name + " " : name;
      while (object.has(free)) {
        free += " ";
      }
      return free;
    }
  }

  private void move(ObjectNode given, String at, String ownAt, Strangers strangers) {
    int position = 0;
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      String own = ownAt + Places.step(entry.getKey(), position++);
      String path = at + entry.getKey();
      // Before the field: a column of its tables may be called as an object of its JSON is.
      if (entry.getValue() instanceof ObjectNode object && paths.leadsOn(path)) {
        inside(object, entry.getKey(), path + ".", own, strangers);
      } else if (!known(path, entry.getValue(), own)) {
        strangers.put(entry.getKey(), entry.getValue(), own, new Places());
      }
    }
  }

  private void inside(ObjectNode object, String name, String at, String own, Strangers strangers) {
    if (!Places.named(name)) {
      move(object, at, own, new Strangers(strangers.object(), strangers.places(), true));
      return;
    }
    Strangers rest = new Strangers(JsonNodeFactory.instance.objectNode(), new Places(), false);
    move(object, at, own, rest);
    if (!rest.object().isEmpty()) {
      strangers.put(name, rest.object(), own, rest.places());
    }
  }

  private boolean known(String path, JsonNode value, String own) {
    Optional<HandOffField> field = paths.field(path, kind);
    if (field.isPresent()) {
      put(field.get(), value, own);
    } else if (paths.envelopes(path)) {
      put(shaped, "envelopes", value);
      places.put("/envelopes", own);
    }
    return field.isPresent() || paths.envelopes(path);
  }

  private void put(HandOffField field, JsonNode value, String own) {
    ObjectNode object = field.kind() == Kind.RECIPIENT ? recipient() : shaped;
    JsonNode first = object.path(field.field());
    if (Joined.is(field) && first.isTextual() && value.isTextual()) {
      object.put(field.field(), Joined.of(first.textValue(), value.textValue()));
    } else {
      put(object, field.field(), value);
      places.put(Places.of(field), own);
    }
  }

  private ObjectNode recipient() {
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
