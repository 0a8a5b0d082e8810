package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/**
 * What a partner never writes because it is always the same; a message that says it has its way.
 */
final class Constants {

  private final Conventions how;

  Constants(Conventions how) {
    this.how = how;
  }

  ObjectNode ofHandOff(ObjectNode handOff) {
    return filled(handOff, Kind.HAND_OFF);
  }

  ObjectNode ofEnvelope(ObjectNode envelope) {
    return filled(envelope, Kind.ENVELOPE);
  }

  private ObjectNode filled(ObjectNode object, Kind kind) {
    for (Map.Entry<HandOffField, String> constant : how.constants().entrySet()) {
      HandOffField field = constant.getKey();
      if (field.kind() == kind && silent(field, object.path(field.field()))) {
        object.set(field.field(), Cell.value(field, constant.getValue()));
      }
    }
    return object;
  }

  private boolean silent(HandOffField field, JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || value.isTextual() && Cell.absent(field, value.textValue(), how);
  }
}
