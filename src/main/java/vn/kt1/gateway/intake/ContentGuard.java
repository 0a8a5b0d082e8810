package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.text.DocumentIds;

/**
 * Finds fields and texts that could hold content of the envelope (Luật 117/2025/QH15 Đ.5). Its
 * faults hold only our own names and positions, nothing the sender wrote.
 */
final class ContentGuard {

  /** The most texts remembered for one message. */
  private static final int MOST = 10_000;

  /** A file repeats the same names, so a text that was found harmless is checked only once. */
  private final Set<String> harmless = new HashSet<>();

  void look(Given given, Consumer<Fault> faults) {
    for (Given.Part part : given.parts()) {
      if (!part.known()) {
        stranger(part.name(), part.value(), given.at() + part.place(), faults);
      } else if (part.value() instanceof String text) {
        String wrong = wrong(text, part.name());
        if (wrong != null) {
          faults.accept(given.fault(part.name(), Code.CONTENT_NOT_ALLOWED, wrong));
        }
      } else {
        boolean envelopes =
            part.name().equals(HandOffSchema.ENVELOPES) || part.name().equals(Given.WHOLE);
        Map<String, String> known = envelopes ? HandOffSchema.ENVELOPE : Map.of();
        value(part.value(), known, given.pointer(part.name()), faults);
      }
    }
  }

  private void stranger(String name, @Nullable Object value, String at, Consumer<Fault> faults) {
    Optional<String> forbiddenName = Forbidden.ourSpelling(name);
    if (forbiddenName.isEmpty()) {
      Optional<String> meant = HandOffSchema.meantBy(name);
      faults.accept(
          meant.isPresent()
              ? Fault.of(Code.UNKNOWN_FIELD, at, "spelling", meant.get())
              : Fault.of(Code.UNKNOWN_FIELD, at));
      if (value instanceof String text) {
        text(text, "", at, faults); // whatever the sender calls it, it is not one of our codes
      } else {
        value(value, Map.of(), at, faults);
      }
    } else if (!blank(value)) {
      String ours = at.substring(0, at.lastIndexOf('/') + 1) + forbiddenName.get();
      faults.accept(Fault.of(Code.CONTENT_NOT_ALLOWED, ours, "field"));
    }
  }

  private void value(
      @Nullable Object value, Map<String, String> known, String at, Consumer<Fault> faults) {
    if (value instanceof String text) {
      text(text, at, at, faults);
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        value(Given.plain(list.get(i)), known, at + "/" + i, faults);
      }
    } else if (value instanceof ObjectNode object) {
      object(object, known, at, faults);
    }
  }

  private void object(
      ObjectNode object, Map<String, String> known, String at, Consumer<Fault> faults) {
    int position = 0;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      Object value = Given.plain(field.getValue());
      if (known.containsKey(name)) {
        value(value, HandOffSchema.inside(known, name), at + "/" + name, faults);
      } else {
        stranger(name, value, at + "/~" + position, faults);
      }
      position++;
    }
  }

  private void text(String text, String field, String at, Consumer<Fault> faults) {
    String wrong = wrong(text, field);
    if (wrong != null) {
      faults.accept(Fault.of(Code.CONTENT_NOT_ALLOWED, at, wrong));
    }
  }

  /**
   * The key of our sentence that says what is wrong with a text; null when nothing is wrong.
   *
   * @param field the contract's pointer of the field it stands in
   */
  private @Nullable String wrong(String text, String field) {
    boolean id = field.endsWith("Id"); // each id is different: it is not remembered
    boolean code = id || field.equals("/sender") || field.endsWith("/code");
    boolean name = field.endsWith("/recipient/name") || field.endsWith("/addressee");
    String judged = (code ? "code " : name ? "name " : "text ") + text;
    if (!id && harmless.contains(judged)) {
      return null;
    }
    if (code ? Shape.ofContentInCode(text) : Shape.ofContent(text)) {
      return "shape";
    }
    if (id && !Shape.tooLongToRead(text) && DocumentIds.tell(text)
        || DocumentWords.in(text)
        || name && DocumentWords.inName(text)) {
      return "document";
    }
    if (!id && harmless.size() < MOST) {
      harmless.add(judged);
    }
    return null;
  }

  /**
   * Whether the value is null, blank, or holds nothing but such values. An empty field carries no
   * content.
   */
  private static boolean blank(@Nullable Object value) {
    if (value instanceof JsonNode tree) {
      for (JsonNode inside : tree) {
        if (!blank(Given.plain(inside))) {
          return false;
        }
      }
      return true;
    }
    return value == null
        || value instanceof String text
            && !Shape.tooLongToRead(text)
            && Fields.tidied(text).isEmpty();
  }
}
