package vn.kt1.sandbox;

import static vn.kt1.sandbox.SimulatedOddity.BAD_ENTRY;
import static vn.kt1.sandbox.SimulatedOddity.BLANKS;
import static vn.kt1.sandbox.SimulatedOddity.CODE_AS_NUMBER;
import static vn.kt1.sandbox.SimulatedOddity.CODE_WITH_POINT;
import static vn.kt1.sandbox.SimulatedOddity.CREATED_HOUR;
import static vn.kt1.sandbox.SimulatedOddity.DASHED_DAYS;
import static vn.kt1.sandbox.SimulatedOddity.DATA_LIST;
import static vn.kt1.sandbox.SimulatedOddity.DECOMPOSED;
import static vn.kt1.sandbox.SimulatedOddity.ISO_WITHOUT_ZONE;
import static vn.kt1.sandbox.SimulatedOddity.KEY_WITH_BLANK;
import static vn.kt1.sandbox.SimulatedOddity.MASKED_PEOPLE;
import static vn.kt1.sandbox.SimulatedOddity.MONEY;
import static vn.kt1.sandbox.SimulatedOddity.ONE_FIELD;
import static vn.kt1.sandbox.SimulatedOddity.PENDING;
import static vn.kt1.sandbox.SimulatedOddity.UNKNOWN_CODE;
import static vn.kt1.sandbox.SimulatedOddity.UPPER_CAMEL;
import static vn.kt1.sandbox.SimulatedOddity.UPPER_LOCATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON of the tracking simulator: what it takes in any shape, and gives in a drifting one. */
final class SimulatedAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter DASHED_DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
  private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
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

  /** As the API has been seen to answer, with these oddities. */
  static byte[] history(String code, List<SimulatedEntry> entries, Set<SimulatedOddity> odd) {
    ArrayNode history = JSON.createArrayNode();
    entries.forEach(entry -> history.add(entry(entry, odd)));
    if (odd.contains(MONEY)) {
      history.add(entry(after(entries, "28", "Đã trả tiền COD"), odd));
    }
    if (odd.contains(UNKNOWN_CODE)) {
      history.add(entry(after(entries, "777", "Trạng thái lạ"), odd));
    }
    if (odd.contains(BAD_ENTRY)) {
      history.addObject().put(key("createdDate", odd), "31/02/2026").put("note", "?");
    }
    ObjectNode order = odd.contains(MASKED_PEOPLE) ? order(code, entries, odd) : empty();
    order.set(key("statusHistory", odd) + (odd.contains(KEY_WITH_BLANK) ? " " : ""), history);
    ObjectNode all = empty().put(key("type", odd), odd.contains(PENDING) ? "02" : "00");
    all.put(key("message", odd), "").put(key("caseId", odd), "SYNTHETIC");
    all.set(key("data", odd), odd.contains(DATA_LIST) ? JSON.createArrayNode().add(order) : order);
    return write(all);
  }

  private static SimulatedEntry after(List<SimulatedEntry> entries, String code, String name) {
    LocalDateTime last =
        entries.stream()
            .map(SimulatedEntry::at)
            .max(Comparator.naturalOrder())
            .orElse(LocalDateTime.of(2026, 11, 22, 9, 0));
    return new SimulatedEntry(last.plusMinutes(1), code, name, null);
  }

  private static ObjectNode entry(SimulatedEntry entry, Set<SimulatedOddity> odd) {
    ObjectNode out = empty();
    DateTimeFormatter day = odd.contains(DASHED_DAYS) ? DASHED_DAY : DAY;
    if (odd.contains(ISO_WITHOUT_ZONE)) {
      out.put(key("createdDate", odd), ISO.format(entry.at()));
    } else if (odd.contains(ONE_FIELD)) {
      out.put(key("createdDate", odd), day.format(entry.at()) + " " + HOUR.format(entry.at()));
    } else {
      out.put(key("createdDate", odd), day.format(entry.at()));
      String hour = odd.contains(CREATED_HOUR) ? "createdHour" : "createHour";
      out.put(key(hour, odd), HOUR.format(entry.at()));
    }
    code(out, entry.code(), odd);
    out.put(key("statusName", odd), text(entry.name(), odd));
    boolean upper = odd.contains(UPPER_LOCATION) || odd.contains(UPPER_CAMEL);
    return out.put(upper ? "LocateName" : "locateName", text(entry.location(), odd));
  }

  private static void code(ObjectNode out, @Nullable String code, Set<SimulatedOddity> odd) {
    if (code == null) {
      return;
    }
    boolean number = code.matches("[0-9]{1,6}");
    if (number && odd.contains(CODE_AS_NUMBER)) {
      out.put(key("statusCode", odd), Integer.parseInt(code));
    } else {
      out.put(key("statusCode", odd), number && odd.contains(CODE_WITH_POINT) ? code + ".0" : code);
    }
  }

  /** An order as it is listed: SYNTHETIC people, masked as over there. */
  static ObjectNode order(String code, List<SimulatedEntry> entries, Set<SimulatedOddity> odd) {
    SimulatedEntry last =
        entries.stream()
            .max(Comparator.comparing(SimulatedEntry::at))
            .orElseGet(() -> after(entries, "1", "Mới"));
    ObjectNode order = empty();
    if (odd.contains(CODE_AS_NUMBER) && last.code() != null && last.code().matches("[0-9]+")) {
      order.put(key("status", odd), Integer.parseInt(last.code()));
    } else {
      order.put(key("status", odd), last.code());
    }
    DateTimeFormatter day = odd.contains(DASHED_DAYS) ? DASHED_DAY : DAY;
    return order
        .put(key("itemCode", odd), code)
        .put(odd.contains(UPPER_CAMEL) ? "OriginalId" : "originalID", "X1")
        .put(key("saleOrderCode", odd), "CV-12/2026")
        .put(key("senderName", odd), "Ngu+++ V+++ A")
        .put(key("receiverPhone", odd), "09++++++12")
        .put(key("receiverAddress", odd), "12 ++++, H+ Nội")
        .put(key("totalFee", odd), "25300.0")
        .put(
            key("updatedDate", odd),
            odd.contains(ISO_WITHOUT_ZONE)
                ? ISO.format(last.at())
                : day.format(last.at()) + " " + HOUR.format(last.at()));
  }

  static byte[] list(ArrayNode orders, Set<SimulatedOddity> odd) {
    ObjectNode all = empty();
    all.set(key("results", odd), orders);
    return write(odd.contains(DATA_LIST) ? JSON.createArrayNode().add(all) : all);
  }

  /** What the post sends to a web-hook; its signature is one nobody can check. */
  static byte[] hook(ArrayNode orders) {
    ObjectNode all =
        empty().put("sendDate", "22/11/2026 09:05:10").put("signature", "U1lOVEhFVElD");
    all.set("data", orders);
    return write(all);
  }

  static ArrayNode orders() {
    return JSON.createArrayNode();
  }

  private static ObjectNode empty() {
    return JSON.createObjectNode();
  }

  private static String key(String name, Set<SimulatedOddity> odd) {
    return odd.contains(UPPER_CAMEL)
        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : name;
  }

  private static @Nullable String text(@Nullable String text, Set<SimulatedOddity> odd) {
    if (text == null) {
      return null;
    }
    String shaped =
        odd.contains(DECOMPOSED) ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
    return odd.contains(BLANKS) ? "  " + shaped + " " : shaped;
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
