package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON of the tracking simulator: what it takes in any shape, and gives in a drifting one. */
final class SimulatedAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");

  private SimulatedAnswers() {}

  /**
   * A list of entries, or an object that holds one somewhere.
   *
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  static List<SimulatedEntry> read(byte[] body) {
    try {
      List<SimulatedEntry> entries = new ArrayList<>();
      for (JsonNode entry : history(JSON.readTree(body))) {
        entries.add(SimulatedEntry.read(entry));
      }
      return entries;
    } catch (IOException malformed) {
      throw new IllegalArgumentException("the body is no JSON");
    }
  }

  private static JsonNode history(JsonNode node) {
    if (node.isArray() && node.size() == 1 && !inside(node.get(0)).isMissingNode()) {
      return history(node.get(0));
    }
    if (node.isArray()) {
      return node;
    }
    JsonNode inside = inside(node);
    if (inside.isMissingNode()) {
      throw new IllegalArgumentException(
          "there is no list of entries, nor one under statusHistory");
    }
    return history(inside);
  }

  private static JsonNode inside(JsonNode node) {
    for (String key : List.of("statusHistory", "statusHistory ", "data", "Data", "history")) {
      if (node.path(key).isContainerNode()) {
        return node.path(key);
      }
    }
    return JSON.missingNode();
  }

  static byte[] stored(String code, List<SimulatedEntry> entries) {
    ObjectNode all = JSON.createObjectNode().put("itemCode", code);
    ArrayNode history = all.putArray("statusHistory");
    entries.forEach(entry -> history.add(entry.stored(JSON.createObjectNode())));
    return write(all);
  }

  /** As the API has been seen to answer, another way at each call. */
  static byte[] history(List<SimulatedEntry> entries, int call) {
    ArrayNode history = JSON.createArrayNode();
    entries.forEach(entry -> history.add(entry(entry, call)));
    ObjectNode order = JSON.createObjectNode();
    order.set(call % 3 == 0 ? "statusHistory " : "statusHistory", history);
    ObjectNode all = JSON.createObjectNode().put("Type", "00").put("Message", "");
    all.set(
        call % 4 == 3 ? "Data" : "data", call % 2 == 0 ? order : JSON.createArrayNode().add(order));
    return write(all);
  }

  private static ObjectNode entry(SimulatedEntry entry, int call) {
    ObjectNode out = JSON.createObjectNode().put("createdDate", DAY.format(entry.at()));
    out.put(call % 2 == 0 ? "createHour" : "createdHour", HOUR.format(entry.at()));
    String code = entry.code();
    if (code != null && call % 3 == 1 && code.matches("[0-9]{1,6}")) {
      out.put("statusCode", Integer.parseInt(code));
    } else if (code != null) {
      out.put("statusCode", code);
    }
    return out.put("statusName", entry.name())
        .put(call % 4 < 2 ? "locateName" : "LocateName", entry.location());
  }

  static byte[] of(Map<String, ?> fields) {
    return write(JSON.valueToTree(fields));
  }

  static JsonNode tree(byte[] body) throws IOException {
    return JSON.readTree(body);
  }

  private static byte[] write(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
