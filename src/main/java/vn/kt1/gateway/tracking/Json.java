package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.StrictJson;
import vn.kt1.gateway.text.Composed;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/** JSON with varying keys: they are found whatever their case and the blanks around them. */
final class Json {

  private static final int LONGEST_TEXT = 200;

  private Json() {}

  /**
   * @throws NoAnswer when the bytes are no JSON object or list
   */
  static JsonNode read(byte[] bytes) {
    try {
      JsonNode root = StrictJson.MAPPER.readTree(bytes);
      if (root != null && root.isContainerNode()) {
        return root;
      }
    } catch (IOException e) {
      // SECURITY: the parser's message quotes what it read.
      throw new NoAnswer(Kind.UNREADABLE);
    }
    throw new NoAnswer(Kind.UNREADABLE);
  }

  static byte[] write(Map<String, String> fields) {
    try {
      return StrictJson.MAPPER.writeValueAsBytes(fields);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written as JSON");
    }
  }

  /** Whether the answer states an error. 02 means "pending" and is an answer. */
  static boolean saysError(JsonNode root) {
    if (!root.isObject()) {
      return false;
    }
    String type = text(root, "type");
    return "false".equalsIgnoreCase(text(root, "success"))
        || (type != null && !type.equals("00") && !type.equals("02"));
  }

  static boolean has(JsonNode object, String... keys) {
    return Arrays.stream(keys).anyMatch(key -> under(object, key).findAny().isPresent());
  }

  /** The value, in lower case, of the first of these keys that has one; null when none has. */
  static @Nullable JsonNode field(JsonNode object, String... keys) {
    return Arrays.stream(keys)
        .flatMap(key -> under(object, key))
        .filter(value -> !value.isNull())
        .findFirst()
        .orElse(null);
  }

  private static Stream<JsonNode> under(JsonNode object, String key) {
    return object.properties().stream()
        .filter(field -> field.getKey().strip().toLowerCase(Locale.ROOT).equals(key))
        .map(Map.Entry::getValue);
  }

  /** A text or number, normalised as in the files of the post, so that the same news is equal. */
  static @Nullable String text(JsonNode object, String... keys) {
    for (String key : keys) {
      JsonNode value = field(object, key);
      String text = value == null || !value.isValueNode() ? "" : tidy(written(value));
      if (!text.isEmpty()) {
        return text.length() > LONGEST_TEXT ? tidy(text.substring(0, LONGEST_TEXT)) : text;
      }
    }
    return null;
  }

  /** A code that came as a number is written in full, without an exponent. */
  private static String written(JsonNode value) {
    return value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())
        ? value.decimalValue().toPlainString()
        : value.asText();
  }

  static String tidy(String text) {
    return Composed.nfc(text).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s\\p{Z}]+", " ").strip();
  }
}
