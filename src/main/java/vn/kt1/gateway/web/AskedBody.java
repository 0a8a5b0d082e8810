package vn.kt1.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
    return said("reason");
  }

  /** What somebody adds to the act; as {@link #reason}. */
  public String note() {
    return said("note");
  }

  private String said(String name) {
    String said = needed(name, LONGEST_REASON);
    if (DegreeWords.in(said)) {
      fault(Fault.of(Code.BAD_VALUE, "/" + name, "degree"));
    }
    return said;
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
    int position = 0;
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); position++) {
      if (!known.contains(names.next())) {
        faults.add(Fault.of(Code.UNKNOWN_FIELD, "/~" + position));
      }
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private @Nullable JsonNode value(String name) {
    known.add(name);
    JsonNode value = fields.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private <T> @Nullable T fault(Fault fault) {
    faults.add(fault);
    return null;
  }
}
