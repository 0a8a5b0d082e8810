package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.Message;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.Utf;

/** The contract's own JSON, read strictly. */
public final class JsonLanguage implements Language {

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(32).build();

  private final ObjectMapper json =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public Message read(byte[] bytes, @Nullable String stem) {
    String text = Utf.decode(bytes);
    if (tree(text) instanceof ObjectNode object) {
      return new Message(object);
    }
    throw new Rejected(Fault.of(Code.MALFORMED, "", "json"));
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      // SECURITY: Jackson's message quotes the input, so it ends here.
      throw new Rejected(Fault.of(Code.MALFORMED, "", "json"));
    }
  }
}
