package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.intake.Given;
import vn.kt1.gateway.intake.HandOffSchema;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/**
 * Finds the fields of the contract in a JSON object, by the contract's names and by the partner's
 * own names and paths. Everything else goes to the guard as an unknown field.
 */
final class JsonShape {

  private final Conventions how;
  private final Map<String, String> handOff;
  private final boolean asTheContract;

  /**
   * @param handOff the contract's names in the outermost object
   */
  JsonShape(Conventions how, Map<String, String> handOff) {
    this.how = how;
    this.handOff = handOff;
    this.asTheContract = how.names().isEmpty() && how.envelopes().equals("envelopes");
  }

  /** Whether the path leads to the list of envelopes. */
  boolean envelopes(String path) {
    return path.equals(how.envelopes());
  }

  boolean aboveEnvelopes(String path) {
    return how.envelopes().startsWith(path + ".");
  }

  Given handOff(ObjectNode written) {
    Given given = new Given("");
    new Walk(given, true).object(written, handOff, "", "");
    return given;
  }

  /**
   * @param at the pointer in the sender's message
   */
  Given envelope(JsonNode written, String at) {
    Given given = new Given(at);
    if (written instanceof ObjectNode object) {
      new Walk(given, false).object(object, HandOffSchema.ENVELOPE, "", "");
    } else {
      given.put(Given.WHOLE, Given.plain(written), "", -1);
    }
    return given;
  }

  /**
   * One step of a pointer. A name that comes from the sender is replaced by its position (CONTRACT,
   * 3).
   */
  static String step(String name, int position) {
    return "/" + (HandOffSchema.named(name) ? name : "~" + position);
  }

  /** Walks through an object and the inner objects to which paths lead. */
  private final class Walk {

    private final Given given;
    private final boolean ofHandOff;

    Walk(Given given, boolean ofHandOff) {
      this.given = given;
      this.ofHandOff = ofHandOff;
    }

    /**
     * @param known the contract's names that mean something here
     * @param above the path of the object, with a full stop at its end
     * @param at its pointer in the outermost one
     */
    void object(ObjectNode object, Map<String, String> known, String above, String at) {
      int position = 0;
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String name = entry.getKey();
        JsonNode value = entry.getValue();
        String path = above + name;
        boolean named = asTheContract ? known.containsKey(name) : HandOffSchema.named(name);
        String place = at + (named ? "/" + name : "/~" + position);
        position++;
        boolean recipient =
            HandOffSchema.RECIPIENT_OBJECT.equals(known.get(name)) && value instanceof ObjectNode;
        if (recipient) {
          given.put(HandOffSchema.RECIPIENT_OBJECT, object.objectNode(), place, -1);
        }
        Optional<HandOffField> field = field(path);
        // Checked before the field, because a partner's CSV column may have the same name as one of
        // its JSON objects.
        if (value instanceof ObjectNode inside && (recipient || leadsOn(path))) {
          object(inside, HandOffSchema.inside(known, name), path + ".", place);
        } else if (field.isPresent()) {
          Joined.put(given, field.get(), Given.plain(value), place, -1);
        } else if (ofHandOff && !asTheContract && envelopes(path)) {
          given.put(HandOffSchema.ENVELOPES, Given.plain(value), place, -1);
        } else if (known.containsKey(name)) {
          given.put(known.get(name), Given.plain(value), place, -1);
        } else {
          given.stranger(name, Given.plain(value), place);
        }
      }
    }

    private boolean leadsOn(String path) {
      return ofHandOff && aboveEnvelopes(path) || !how.names().isEmpty() && how.leadsOn(path);
    }

    private Optional<HandOffField> field(String path) {
      return how.field(path).filter(found -> (found.kind() == Kind.HAND_OFF) == ofHandOff);
    }
  }
}
