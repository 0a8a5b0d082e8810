package vn.kt1.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.StrictJson;
import vn.kt1.gateway.text.DegreeWords;

/** The small JSON object of a call, read strictly. Every fault is told, and no value is quoted. */
public final class AskedBody {

  private static final int LONGEST_REASON = 200;
  private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json\\s*(;.*)?");

  private final JsonNode fields;
  private final Set<String> known = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, AskedBody> below = new LinkedHashMap<>();

  private AskedBody(JsonNode fields) {
    this.fields = fields;
  }

  /**
   * @throws Rejected when it is no JSON object
   */
  public static AskedBody of(String contentType, byte[] body) {
    if (!JSON_TYPE.matcher(contentType).matches()) {
      throw new Rejected(Fault.of(Code.UNSUPPORTED_MEDIA_TYPE, ""));
    }
    return new AskedBody(read(body));
  }

  /** As {@link #of}; an empty body counts as an object without fields. */
  public static AskedBody ofAny(String contentType, byte[] body) {
    return body.length == 0
        ? new AskedBody(StrictJson.MAPPER.createObjectNode())
        : of(contentType, body);
  }

  private static JsonNode read(byte[] body) {
    try {
      if (StrictJson.MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // SECURITY: the message of Jackson quotes the input, so it is dropped here.
    }
    throw new Rejected(Fault.of(Code.MALFORMED, "", "json"));
  }

  /** A text of 1 to {@code longest} characters without control characters; null when absent. */
  public @Nullable String text(String name, int longest) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      return fault(Fault.of(Code.BAD_VALUE, "/" + name, "text"));
    }
    String text = value.textValue();
    if (text.chars().anyMatch(Character::isISOControl)) {
      return fault(Fault.of(Code.BAD_VALUE, "/" + name, "unprintable"));
    }
    return text.length() > longest
        ? fault(Fault.of(Code.BAD_VALUE, "/" + name, "longest", String.valueOf(longest)))
        : text;
  }

  /** As {@link #text}; when absent, it adds a fault and returns an empty text. */
  public String needed(String name, int longest) {
    int before = faults.size();
    String text = text(name, longest);
    if (text == null && faults.size() == before) {
      fault(Fault.of(Code.MISSING_FIELD, "/" + name));
    }
    return Optional.ofNullable(text).orElse("");
  }

  /**
   * The reason of the act, kept in evidence.
   *
   * <p>SECURITY: people who may not know a degree read evidence.
   */
  public String reason() {
    return neededWords("reason", LONGEST_REASON);
  }

  /** A note of at most 200 characters that tells no degree; null when absent. */
  public @Nullable String words(String name) {
    String words = text(name, LONGEST_REASON);
    return words == null ? null : withoutDegree(name, words);
  }

  /** As {@link #needed}; it may tell no degree. */
  public String neededWords(String name, int longest) {
    return withoutDegree(name, needed(name, longest));
  }

  private String withoutDegree(String name, String words) {
    if (DegreeWords.in(words)) {
      fault(Fault.of(Code.BAD_VALUE, "/" + name, "degree"));
    }
    return words;
  }

  /** A time with an offset. An absent or other one is a fault and gives null. */
  public @Nullable Instant neededTime(String name) {
    String text = needed(name, 40);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Parameters.datable(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return fault(Fault.of(Code.BAD_VALUE, "/" + name, "time"));
    }
  }

  /** As {@link #oneOf}; null when absent. */
  public <E extends Enum<E>> @Nullable E oneOfAny(String name, Class<E> kind, String variant) {
    return value(name) == null ? null : oneOf(name, kind, variant);
  }

  /** Yes or no; null when absent. */
  public @Nullable Boolean yes(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    return value.isBoolean()
        ? Boolean.valueOf(value.booleanValue())
        : fault(Fault.of(Code.BAD_VALUE, "/" + name, "yes-no"));
  }

  /** As {@link #yes}; when absent, it adds a fault and returns false. */
  public boolean neededYes(String name) {
    int before = faults.size();
    Boolean yes = yes(name);
    if (yes == null && faults.size() == before) {
      fault(Fault.of(Code.MISSING_FIELD, "/" + name));
    }
    return Boolean.TRUE.equals(yes);
  }

  /**
   * The objects of a list, each read as this one; {@link #end} of this one tells their faults, too.
   * Empty when absent.
   */
  public List<AskedBody> list(String name, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ArrayNode items) || items.size() > most) {
      fault(Fault.of(Code.BAD_VALUE, "/" + name, "objects", String.valueOf(most)));
      return List.of();
    }
    List<AskedBody> bodies = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof ObjectNode object) {
        bodies.add(new AskedBody(object));
        below.put("/" + name + "/" + i, bodies.get(bodies.size() - 1));
      } else {
        fault(Fault.of(Code.BAD_VALUE, "/" + name + "/" + i, "objects", String.valueOf(most)));
      }
    }
    return bodies;
  }

  /**
   * One of these names. An absent or other one is a fault ({@code variant} for another) and gives
   * null.
   */
  public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> kind, String variant) {
    String text = needed(name, 40);
    if (text.isEmpty()) {
      return null;
    }
    return Arrays.stream(kind.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseGet(() -> fault(Fault.of(Code.BAD_VALUE, "/" + name, variant)));
  }

  /** A whole number in that range; null when absent. */
  public @Nullable Integer whole(String name, int least, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    return fits && value.intValue() >= least && value.intValue() <= most
        ? Integer.valueOf(value.intValue())
        : fault(
            Fault.of(
                Code.BAD_VALUE, "/" + name, "whole", String.valueOf(least), String.valueOf(most)));
  }

  /**
   * @throws Rejected with every fault; an unknown field is named by its position
   */
  public void end() {
    endFields();
    for (Map.Entry<String, AskedBody> each : below.entrySet()) {
      each.getValue().endFields();
      each.getValue().faults.forEach(one -> faults.add(one.at(each.getKey() + one.pointer())));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private void endFields() {
    int position = 0;
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); position++) {
      if (!known.contains(names.next())) {
        faults.add(Fault.of(Code.UNKNOWN_FIELD, "/~" + position));
      }
    }
  }

  private @Nullable JsonNode value(String name) {
    known.add(name);
    JsonNode value = fields.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** Adds a fault of what belongs together, and returns null. */
  public <T> @Nullable T fault(Fault fault) {
    faults.add(fault);
    return null;
  }
}
