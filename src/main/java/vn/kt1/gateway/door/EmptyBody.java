package vn.kt1.gateway.door;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** The body of a call that has nothing to say: none, or an object without fields. */
final class EmptyBody {

  private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json\\s*(;.*)?");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EmptyBody() {}

  /**
   * @throws Rejected for anything else; fields are told by their position, and not looked at
   */
  static void check(String contentType, byte[] body) {
    if (body.length == 0) {
      return;
    }
    if (!JSON_TYPE.matcher(contentType).matches()) {
      throw new Rejected(Fault.of(Code.UNSUPPORTED_MEDIA_TYPE, ""));
    }
    JsonNode read = read(body);
    if (!read.isObject()) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "json"));
    }
    List<Fault> unknown =
        IntStream.range(0, read.size())
            .mapToObj(position -> Fault.of(Code.UNKNOWN_FIELD, "/~" + position))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Rejected(unknown);
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      // SECURITY: Jackson's message quotes the input, so it ends here.
      throw new Rejected(Fault.of(Code.MALFORMED, "", "json"));
    }
  }
}
