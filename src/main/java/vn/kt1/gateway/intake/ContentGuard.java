package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Stands at the door: finds fields and shapes that could carry what is inside an envelope (Luật
 * 117/2025/QH15 Đ.5). Its faults hold our own names and positions, nothing the sender wrote.
 */
final class ContentGuard {

  List<Fault> inspect(Message message) {
    List<Fault> faults = new ArrayList<>();
    object(message.tree(), HandOffSchema.HAND_OFF, "", faults);
    return faults.stream().map(fault -> withRow(fault, message)).toList();
  }

  private void object(ObjectNode object, Set<String> known, String at, List<Fault> faults) {
    int position = 0;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (known.contains(name)) {
        value(field.getValue(), HandOffSchema.inside(known, name), at + "/" + name, faults);
      } else {
        stranger(name, field.getValue(), at, position, faults);
      }
      position++;
    }
  }

  private void stranger(String name, JsonNode value, String at, int position, List<Fault> faults) {
    Optional<String> forbiddenName = Forbidden.ourSpelling(name);
    if (forbiddenName.isEmpty()) {
      String pointer = at + "/~" + position;
      faults.add(Fault.of(Code.UNKNOWN_FIELD, pointer));
      value(value, Set.of(), pointer, faults);
    } else if (!blank(value)) {
      faults.add(Fault.of(Code.CONTENT_NOT_ALLOWED, at + "/" + forbiddenName.get(), "field"));
    }
  }

  private void value(JsonNode value, Set<String> known, String at, List<Fault> faults) {
    if (value instanceof ObjectNode object) {
      object(object, known, at, faults);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        value(value.get(i), known, at + "/" + i, faults);
      }
    } else if (value.isTextual() && hasContent(at, value.textValue())) {
      faults.add(Fault.of(Code.CONTENT_NOT_ALLOWED, at, "shape"));
    }
  }

  private static boolean hasContent(String at, String text) {
    boolean code = at.endsWith("Id") || at.equals("/sender") || at.endsWith("/code");
    return code ? Shape.ofContentInCode(text) : Shape.ofContent(text);
  }

  /** Null, blank, or made of nothing else: an emptied field carries nothing. */
  private static boolean blank(JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode inside : value) {
        if (!blank(inside)) {
          return false;
        }
      }
      return true;
    }
    return value.isNull()
        || value.isTextual()
            && !Shape.tooLongToRead(value.textValue())
            && Fields.tidied(value.textValue()).isEmpty();
  }

  private static Fault withRow(Fault fault, Message message) {
    String[] segments = fault.pointer().split("/");
    boolean inEnvelope =
        segments.length > 2 && segments[1].equals("envelopes") && segments[2].matches("[0-9]{1,9}");
    Integer row = inEnvelope ? message.row(Integer.parseInt(segments[2])) : null;
    return row == null ? fault : fault.atRow(row);
  }
}
