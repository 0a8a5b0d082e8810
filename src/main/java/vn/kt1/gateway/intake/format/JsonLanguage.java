package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.MessageSource;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.StrictJson;
import vn.kt1.gateway.table.Utf;

/**
 * Reads JSON with the contract's fields or a partner's own paths, strictly, one envelope at a time.
 */
public final class JsonLanguage implements Language {

  private final JsonMapper mapper;
  private final Map<String, String> names;

  /**
   * @param names the contract's names in the outermost object
   */
  public JsonLanguage(IntakeSettings.Json limits, Map<String, String> names) {
    this.names = names;
    this.mapper = new JsonMapper(StrictJson.factory(constraints(limits)));
  }

  @Override
  public void read(MessageSource source, Sink sink) {
    JsonShape shape = new JsonShape(source.how(), names);
    try (JsonParser json =
        mapper.createParser(Utf.reader(source.bytes(), source.how().charset()))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed();
      }
      ObjectNode handOff = object(json, "", "", shape, sink);
      if (json.nextToken() != null) {
        throw malformed();
      }
      sink.handOff(shape.handOff(handOff));
    } catch (CharacterCodingException e) {
      throw Utf.refusal(e);
    } catch (IOException e) {
      // SECURITY: Jackson's message quotes the input, so it ends here.
      throw malformed();
    }
  }

  /**
   * The rest of the current object, without its list of envelopes, which is streamed.
   *
   * @param at its path
   * @param ownAt its pointer
   */
  private static ObjectNode object(
      JsonParser json, String at, String ownAt, JsonShape shape, Sink sink) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      String path = at + name;
      String own = ownAt + JsonShape.step(name, object.size());
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_ARRAY && shape.envelopes(path)) {
        object.putArray(name);
        envelopes(json, own, shape, sink);
      } else if (token == JsonToken.START_OBJECT && shape.aboveEnvelopes(path)) {
        object.set(name, object(json, path + ".", own, shape, sink));
      } else {
        object.set(name, Measured.value(json));
      }
    }
    return object;
  }

  private static void envelopes(JsonParser json, String own, JsonShape shape, Sink sink)
      throws IOException {
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      sink.envelope(shape.envelope(Measured.value(json), own + "/" + i));
    }
  }

  /**
   * Allows texts as long as the message, so that a document in a text is reported as content and
   * not as a long text.
   */
  private static StreamReadConstraints constraints(IntakeSettings.Json limits) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(limits.depth())
        .maxNumberLength(limits.numberLength())
        .build();
  }

  private static Rejected malformed() {
    return new Rejected(Fault.of(Code.MALFORMED, "", "json"));
  }
}
