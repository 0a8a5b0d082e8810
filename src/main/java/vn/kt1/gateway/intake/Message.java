package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;

/**
 * A message in the shape of the contract, whatever language it was written in. {@code rows} tells
 * the data row of each envelope where the language has rows; {@code faults} what the language
 * itself has found.
 */
public record Message(ObjectNode tree, @Nullable List<Integer> rows, List<Fault> faults) {

  public Message(ObjectNode tree) {
    this(tree, null, List.of());
  }

  @Nullable Integer row(int envelope) {
    return rows == null || envelope >= rows.size() ? null : rows.get(envelope);
  }

  JsonNode envelopes() {
    return tree.path("envelopes");
  }
}
