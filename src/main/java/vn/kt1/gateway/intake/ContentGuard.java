package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.text.DocumentIds;

/**
 * Stands at the door: finds fields and shapes that could carry what is inside an envelope (Luật
 * 117/2025/QH15 Đ.5). Its faults hold our own names and positions, nothing the sender wrote.
 */
final class ContentGuard {

  /** Of more texts in one message none is remembered. */
  private static final int MOST = 10_000;

  /** A file says the same names over and over: what was found harmless is looked at once. */
  private final Set<String> harmless = new HashSet<>();

  /** The fields of the hand-off itself. */
  void handOff(ObjectNode handOff, Consumer<Fault> faults) {
    object(handOff, HandOffSchema.HAND_OFF, "", faults);
  }

  void envelope(JsonNode envelope, String at, Consumer<Fault> faults) {
    value(envelope, HandOffSchema.ENVELOPE, at, faults);
  }

  /** An answer to a held shipment. */
  void answer(ObjectNode answer, Consumer<Fault> faults) {
    object(answer, HandOffSchema.ANSWER, "", faults);
  }

  private void object(ObjectNode object, Set<String> known, String at, Consumer<Fault> faults) {
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

  private void stranger(
      String name, JsonNode value, String at, int position, Consumer<Fault> faults) {
    Optional<String> forbiddenName = Forbidden.ourSpelling(name);
    if (forbiddenName.isEmpty()) {
      String pointer = at + "/~" + position;
      Optional<String> meant = HandOffSchema.meantBy(name);
      faults.accept(
          meant.isPresent()
              ? Fault.of(Code.UNKNOWN_FIELD, pointer, "spelling", meant.get())
              : Fault.of(Code.UNKNOWN_FIELD, pointer));
      value(value, Set.of(), pointer, faults);
    } else if (!blank(value)) {
      faults.accept(Fault.of(Code.CONTENT_NOT_ALLOWED, at + "/" + forbiddenName.get(), "field"));
    }
  }

  private void value(JsonNode value, Set<String> known, String at, Consumer<Fault> faults) {
    if (value instanceof ObjectNode object) {
      object(object, known, at, faults);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        value(value.get(i), known, at + "/" + i, faults);
      }
    } else if (value.isTextual()) {
      text(value.textValue(), at, faults);
    }
  }

  private void text(String text, String at, Consumer<Fault> faults) {
    String field = at.substring(at.lastIndexOf('/') + 1);
    boolean once = field.endsWith("Id"); // each envelope has its own
    if (!once && harmless.contains(field + '\n' + text)) {
      return;
    }
    if (hasContent(at, text)) {
      faults.accept(Fault.of(Code.CONTENT_NOT_ALLOWED, at, "shape"));
    } else if (tellsOfDocument(at, text)) {
      faults.accept(Fault.of(Code.CONTENT_NOT_ALLOWED, at, "document"));
    } else if (!once && harmless.size() < MOST) {
      harmless.add(field + '\n' + text);
    }
  }

  private static boolean hasContent(String at, String text) {
    boolean code = at.endsWith("Id") || at.equals("/sender") || at.endsWith("/code");
    return code ? Shape.ofContentInCode(text) : Shape.ofContent(text);
  }

  private static boolean tellsOfDocument(String at, String text) {
    return at.endsWith("Id") && !Shape.tooLongToRead(text) && DocumentIds.tell(text)
        || DocumentWords.in(text)
        || (at.endsWith("/recipient/name") || at.endsWith("/addressee"))
            && DocumentWords.inName(text);
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
}
