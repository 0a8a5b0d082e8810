package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Conventions.RecipientList;

/** Makes one envelope a recipient where a partner writes several recipients in one place. */
final class RecipientLists {

  private RecipientLists() {}

  /** Each recipient as it was written. */
  static List<String> parts(JsonNode envelope, Conventions how) {
    RecipientList list = how.recipients();
    String written = envelope.path("recipient").path("code").asText("");
    if (list == null || Shape.tooLongToRead(written)) {
      return List.of();
    }
    return Arrays.stream(written.split(Pattern.quote(list.separator())))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** Whether no list can be that: an entry without a code, or one name or address for several. */
  static boolean unclear(JsonNode envelope, Conventions how) {
    RecipientList list = how.recipients();
    List<String> parts = parts(envelope, how);
    return list != null
        && (parts.stream().anyMatch(one -> code(one, list.codeAfter()).isEmpty())
            || parts.size() > 1 && addressed(envelope.path("recipient")));
  }

  /** A field that is there and says nothing is none. */
  private static boolean addressed(JsonNode recipient) {
    return Stream.of("name", "address", "addressee")
        .anyMatch(field -> !recipient.path(field).asText("").isBlank());
  }

  /** One envelope a recipient; what is unclear stays as it is. */
  static List<JsonNode> single(JsonNode envelope, Conventions how) {
    RecipientList list = how.recipients();
    List<String> parts = parts(envelope, how);
    if (list == null || parts.isEmpty()) {
      return List.of(envelope);
    }
    List<String> codes = parts.stream().map(one -> code(one, list.codeAfter())).toList();
    return unclear(envelope, how) ? List.of(envelope) : each((ObjectNode) envelope, codes);
  }

  private static String code(String one, String after) {
    int sign = after.isEmpty() ? -1 : one.indexOf(after);
    return sign < 0 ? one : one.substring(sign + after.length()).strip();
  }

  private static List<JsonNode> each(ObjectNode envelope, List<String> codes) {
    List<JsonNode> envelopes = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      ObjectNode one = envelope.deepCopy();
      ((ObjectNode) one.path("recipient")).put("code", codes.get(i));
      if (codes.size() > 1 && one.path("envelopeId").isTextual()) {
        one.put("envelopeId", one.path("envelopeId").textValue().strip() + "-" + (i + 1));
      }
      envelopes.add(one);
    }
    return envelopes;
  }
}
