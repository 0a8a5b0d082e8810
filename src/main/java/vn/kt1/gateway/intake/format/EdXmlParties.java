package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.text.AbsentWords;

/**
 * What is read of an edXML message: who sends, who receives, how urgent, how many copies. Elements
 * are known by their place under the MessageHeader.
 */
final class EdXmlParties {

  private static final String HEADER = "MessageHeader";

  /** The fields of a To, as the contract calls them. */
  private static final Map<String, String> RECIPIENT =
      Map.of("To/OrganId", "code", "To/OrganName", "name", "To/OrganAdd", "address");

  private static final String SENDER = "From/OrganId";
  private static final String PRIORITY = "OtherInfo/Priority";
  private static final String COPIES = "OtherInfo/PromulgationAmount";

  /** QCVN 102:2016/BTTTT; registers count from 1, edXML from 0. */
  private static final Map<String, Urgency> PRIORITIES =
      Map.of(
          "0", Urgency.NORMAL,
          "1", Urgency.URGENT,
          "2", Urgency.VERY_URGENT,
          "3", Urgency.EXPRESS,
          "4", Urgency.EXPRESS_TIMED);

  /** Of 1.000 nobody can say whether it is one or a thousand. */
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(?:[.,]0)?");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Beyond the longest text the guard measures; what is cut off is refused all the same. */
  private static final int LONGEST_TEXT = 1_100;

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final ObjectNode handOff = nodes.objectNode();
  private final ObjectNode common = nodes.objectNode();
  private final List<ObjectNode> recipients = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** How deep the header stands, 0 before it was met; and where in it the reading is. */
  private int header;

  private boolean inHeader;
  private String place = "";

  /** An element begins, the last of {@code path}. */
  void open(List<String> path) {
    if (path.get(path.size() - 1).equals(HEADER)) {
      begin(path.size());
    }
    place = place(path, path.size());
    if (place.equals("To")) {
      recipients.add(nodes.objectNode());
    } else if (place.contains("/")) {
      text.setLength(0);
    }
  }

  private void begin(int depth) {
    if (header > 0) {
      // Two messages in one file would be two hand-offs.
      throw EdXmlLanguage.malformed();
    }
    header = depth;
    inHeader = true;
  }

  void text(CharSequence part) {
    if (place.contains("/")) {
      text.append(part, 0, Math.min(part.length(), LONGEST_TEXT - text.length()));
    }
  }

  /** The last element of {@code path} ends. */
  void close(List<String> path) {
    if (RECIPIENT.containsKey(place)) {
      party(recipients.get(recipients.size() - 1), RECIPIENT.get(place));
    } else if (place.equals(SENDER)) {
      party(handOff, "sender");
    } else if (place.equals(PRIORITY)) {
      put(common, "urgency", urgency());
    } else if (place.equals(COPIES)) {
      put(common, "pieces", copies());
    }
    inHeader &= path.size() > header;
    place = place(path, path.size() - 1);
  }

  /** The names between the header and the element that deep, but for what stands deeper still. */
  private String place(List<String> path, int depth) {
    return inHeader && depth > header && depth <= header + 2
        ? String.join("/", path.subList(header, depth))
        : "";
  }

  private void party(ObjectNode party, String field) {
    String written = text.toString();
    boolean absent = written.isBlank() || AbsentWords.absentText(written);
    put(party, field, absent ? nodes.nullNode() : nodes.textNode(written));
  }

  private JsonNode urgency() {
    String written = text.toString().strip();
    boolean absent = written.isEmpty() || AbsentWords.absent(written);
    Urgency urgency = PRIORITIES.getOrDefault(written, Urgency.UNKNOWN);
    return absent ? nodes.nullNode() : nodes.textNode(urgency.name());
  }

  private JsonNode copies() {
    String written = text.toString().strip();
    Matcher whole = WHOLE.matcher(written);
    if (whole.matches()) {
      int copies = Integer.parseInt(whole.group(1));
      return copies == 0 ? nodes.nullNode() : nodes.numberNode(copies);
    }
    boolean absent = written.isEmpty() || AbsentWords.absent(written);
    return absent ? nodes.nullNode() : nodes.textNode(written);
  }

  /** Some writers put the code where they do not know the name; the directory may know it. */
  private static void dropCodeAsName(ObjectNode recipient) {
    String code = recipient.path("code").asText("");
    String name = recipient.path("name").asText("");
    if (sameUnit(code.strip(), name.strip())) {
      recipient.remove("name");
    }
  }

  private static boolean sameUnit(String code, String name) {
    return UnitCode.readable(code)
        && UnitCode.readable(name)
        && UnitCode.normalise(code).equals(UnitCode.normalise(name));
  }

  /** Written twice, it must be the same. */
  private static void put(ObjectNode object, String field, JsonNode value) {
    JsonNode known = value.isNull() ? null : object.replace(field, value);
    if (known != null && !known.equals(value)) {
      throw EdXmlLanguage.malformed();
    }
  }

  /**
   * @param stem names the hand-off, which edXML itself does not
   */
  void tell(@Nullable String stem, Sink sink) {
    if (header == 0) {
      throw EdXmlLanguage.malformed();
    }
    for (int i = 0; i < recipients.size(); i++) {
      ObjectNode envelope = common.deepCopy().put("envelopeId", id(stem, i + 1));
      dropCodeAsName(recipients.get(i));
      envelope.set("recipient", recipients.get(i));
      // The standard is for ordinary documents alone; the walk has looked for the others.
      sink.envelope(envelope.put("secrecy", Secrecy.NONE.name()), null);
    }
    sink.handedOffOnReceipt();
    sink.handOff(handOff.put("handOffId", stem));
  }

  private static String id(@Nullable String stem, int number) {
    String id = stem + "-" + number;
    return stem != null && ID.matcher(id).matches() ? id : String.valueOf(number);
  }
}
