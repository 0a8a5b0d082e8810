package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Reads one value of a message as a tree. SECURITY: an envelope has about thirty tokens; a value
 * with millions would fill the heap before it is checked.
 */
final class Measured extends JsonParserDelegate {

  private static final int MOST_TOKENS = 10_000;

  private int left = MOST_TOKENS;

  private Measured(JsonParser json) {
    super(json);
  }

  /**
   * @throws JsonParseException when the value is longer than any in a hand-off
   */
  static JsonNode value(JsonParser json) throws IOException {
    return json.getCodec().readTree(new Measured(json));
  }

  @Override
  public JsonToken nextToken() throws IOException {
    if (left-- == 0) {
      throw new JsonParseException(delegate, "too long");
    }
    return super.nextToken();
  }
}
