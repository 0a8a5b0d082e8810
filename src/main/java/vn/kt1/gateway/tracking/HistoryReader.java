package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/** Reads the answer of GetStatusHistoryOrder, in all shapes that integrators have seen. */
final class HistoryReader {

  /**
   * The post uses an item code again after twelve months, so older entries belong to another item.
   */
  private static final Duration ANOTHER_ITEM = Duration.ofDays(180);

  /** The entries of a history that could be read, and how many could not. */
  record History(List<TrackingEvent> events, int unreadable) {}

  private HistoryReader() {}

  /**
   * @throws NoAnswer when the bytes are no answer to the question
   */
  static History read(PollItem inquiry, byte[] body) {
    JsonNode root = Json.read(body);
    if (unknownItem(root)) {
      return new History(List.of(), 0);
    }
    if (Json.saysError(root)) {
      throw new NoAnswer(Kind.ERROR_INSIDE);
    }
    Told told = new Told(inquiry.itemCode(), new ArrayList<>(), new ArrayList<>());
    JsonNode data = root.isObject() ? Json.field(root, "data") : root;
    told.collect(data == null ? root : data);
    if (told.entries().isEmpty() && !told.others().isEmpty()) {
      throw new NoAnswer(Kind.OTHER_ITEM);
    }
    if (told.entries().isEmpty() && data == null && !isAnswer(root)) {
      throw new NoAnswer(Kind.UNREADABLE);
    }
    return history(inquiry, told.entries());
  }

  private static boolean unknownItem(JsonNode root) {
    return "99".equals(Json.text(root, "code"));
  }

  /** The answer says that it is an error, or has nothing where news would be. */
  private static boolean isAnswer(JsonNode root) {
    return Json.text(root, "type", "success") != null || Json.has(root, "data", "statushistory");
  }

  /** What an answer says of the item that was asked about, and of other items. */
  private record Told(ItemCode asked, List<JsonNode> entries, List<JsonNode> others) {

    /** One order or a list of them, each with its history; or the entries alone. */
    void collect(JsonNode node) {
      if (node.isArray()) {
        node.forEach(this::collect);
        return;
      }
      JsonNode history = node.isObject() ? Json.field(node, "statushistory") : null;
      if (history != null) {
        List<JsonNode> to = isAbout(node) ? entries : others;
        (history.isArray() ? history : List.of(history)).forEach(to::add);
      } else if (node.isObject() && Json.field(node, "results") instanceof ArrayNode results) {
        collect(results);
      } else if (!node.isObject() || Json.field(node, "statuscode", "statusname") != null) {
        entries.add(node);
      }
    }

    // SECURITY: news of another item never goes into this item's timeline.
    private boolean isAbout(JsonNode order) {
      String named = Json.text(order, "itemcode");
      return named == null || ItemCode.of(named).normalised().equals(asked.normalised());
    }
  }

  private static History history(PollItem inquiry, List<JsonNode> entries) {
    List<TrackingEvent> events = new ArrayList<>();
    int unreadable = 0;
    for (JsonNode entry : entries) {
      TrackingEvent event = event(inquiry, entry, events.size() + 1).orElse(null);
      if (event == null) {
        unreadable++;
      } else if (event.occurredAt().isAfter(inquiry.handedOffAt().minus(ANOTHER_ITEM))) {
        events.add(event);
      }
    }
    return new History(List.copyOf(events), unreadable);
  }

  private static Optional<TrackingEvent> event(PollItem inquiry, JsonNode entry, int row) {
    String name = Json.text(entry, "statusname");
    String code = code(Json.text(entry, "statuscode", "status"), name);
    Optional<Instant> at =
        HistoryTime.of(
            Json.text(entry, "createddate"), Json.text(entry, "createhour", "createdhour", "time"));
    if (code == null || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrackingEvent(
            row,
            StatusMap.systemAtMyVnPost(code),
            inquiry.itemCode(),
            code,
            name,
            at.get(),
            Json.text(entry, "locatename"),
            null,
            false));
  }

  /** The status number; else the number of its name; else the name itself, which is not mapped. */
  static @Nullable String code(@Nullable String written, @Nullable String name) {
    if (written != null) {
      String code = written.toUpperCase(Locale.ROOT).replaceFirst("(?<=^[0-9]{1,6})\\.0$", "");
      return code.matches("[A-Z0-9_-]{1,20}") ? code : null;
    }
    if (name == null) {
      return null;
    }
    String known = StatusNames.code(name);
    return known == null ? name : known;
  }
}
