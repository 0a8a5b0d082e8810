package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.tracking.ChangesAnswer.Change;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/**
 * Reads lists of orders as hints. SECURITY: of an order only its codes, its status and the time of
 * its last change are read; names, telephone numbers and addresses, masked or not, are not.
 */
final class ChangeReader {

  private ChangeReader() {}

  /**
   * @throws NoAnswer when the bytes are no answer to the question
   */
  static ChangesAnswer read(ChangesQuestion question, byte[] body) {
    JsonNode root = Json.read(body);
    if ("99".equals(Json.text(root, "code"))) {
      return answer(question, List.of()); // nothing has changed
    }
    if (Json.saysError(root)) {
      throw new NoAnswer(Kind.ERROR_INSIDE);
    }
    if (root.isObject() && !Json.has(root, "data", "results") && Json.text(root, "type") == null) {
      throw new NoAnswer(Kind.UNREADABLE);
    }
    return answer(question, orders(root));
  }

  /**
   * A page that is shorter than requested is not the last one, because the post may have its own
   * limit.
   */
  private static ChangesAnswer answer(ChangesQuestion question, List<JsonNode> orders) {
    List<Change> changes =
        orders.stream()
            .flatMap(order -> codes(order).stream().map(code -> new Change(code, mark(order))))
            .distinct()
            .toList();
    return new ChangesAnswer(question, changes, Sha256.of(orders.toString()), orders.isEmpty());
  }

  /** The orders of an answer or a web-hook, wherever they stand. */
  static List<JsonNode> orders(JsonNode root) {
    List<JsonNode> orders = new ArrayList<>();
    collect(root, orders);
    return orders;
  }

  private static void collect(JsonNode node, List<JsonNode> orders) {
    if (node.isArray()) {
      node.forEach(each -> collect(each, orders));
    } else if (node.isObject()) {
      JsonNode inside = Json.field(node, "data", "results");
      if (inside != null) {
        collect(inside, orders);
      } else if (isOrder(node)) {
        orders.add(node);
      }
    }
  }

  /** Also an order without an item code, because it shows that the page is not empty. */
  private static boolean isOrder(JsonNode node) {
    return Json.text(node, "itemcode", "originalitemcode", "originalid", "status") != null;
  }

  /** The present and the previous code: we may know either. */
  static Set<String> codes(JsonNode order) {
    Set<String> codes = new TreeSet<>();
    for (String key : List.of("itemcode", "originalitemcode")) {
      String code = Json.text(order, key);
      if (code != null) {
        codes.add(ItemCode.of(code).normalised());
      }
    }
    return codes;
  }

  /** The same for every spelling of status and time. */
  private static String mark(JsonNode order) {
    String updated = Json.text(order, "updateddate");
    String at = HistoryTime.of(updated, null).map(Object::toString).orElse(updated);
    return Sha256.of(HistoryReader.code(Json.text(order, "status"), null) + "|" + at);
  }
}
