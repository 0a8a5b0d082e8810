package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Forbidden;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** The header of a CSV hand-off: which column is which field of the contract. */
final class CsvColumns {

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("hand_off_id", "/handOffId"),
          Map.entry("sender", "/sender"),
          Map.entry("handed_off_at", "/handedOffAt"),
          Map.entry("envelope_id", "envelopeId"),
          Map.entry("recipient_code", "recipient/code"),
          Map.entry("recipient_name", "recipient/name"),
          Map.entry("recipient_address", "recipient/address"),
          Map.entry("addressee", "recipient/addressee"),
          Map.entry("secrecy", "secrecy"),
          Map.entry("urgency", "urgency"),
          Map.entry("deliver_at", "deliverAt"),
          Map.entry("weight_g", "weightGrams"),
          Map.entry("pieces", "pieces"),
          Map.entry("entered_in_register", "enteredInRegister"),
          Map.entry("personal_only", "personalOnly"),
          Map.entry("network", "network"));
  private static final Set<String> NUMBERS = Set.of("weightGrams", "pieces");
  private static final int LONGEST_YES_NO = 20;
  private static final Set<String> YES_NO = Set.of("enteredInRegister", "personalOnly");

  private final List<String> header;

  /** The field of each column, null for a column the contract does not know. */
  private final List<@Nullable String> fields;

  private CsvColumns(List<String> header, List<@Nullable String> fields) {
    this.header = header;
    this.fields = fields;
  }

  /**
   * @throws Rejected {@code header-not-found} when fewer than half of the columns are known
   */
  static CsvColumns of(List<String> header) {
    List<@Nullable String> fields = new ArrayList<>();
    for (String name : header) {
      // The names are plain ASCII: none needs normalising.
      fields.add(FIELDS.get(name.strip().toLowerCase(Locale.ROOT)));
    }
    List<String> known = new ArrayList<>();
    fields.stream().filter(field -> field != null).forEach(known::add);
    if (known.size() * 2 < header.size() || known.isEmpty()) {
      throw new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
    }
    if (new HashSet<>(known).size() < known.size()) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "columns"));
    }
    return new CsvColumns(header, fields);
  }

  int count() {
    return header.size();
  }

  /** Columns that do not belong here: unknown ones, and forbidden ones that are not empty. */
  List<Fault> faults(List<List<String>> rows) {
    List<Fault> faults = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (fields.get(column) == null) {
        Fault fault = stranger(column, rows);
        if (fault != null) {
          faults.add(fault);
        }
      }
    }
    return faults;
  }

  private @Nullable Fault stranger(int column, List<List<String>> rows) {
    String forbidden = Forbidden.ourSpelling(header.get(column)).orElse(null);
    int filled = firstFilled(column, rows);
    if (forbidden != null) {
      return filled == 0
          ? null
          : Fault.of(Code.CONTENT_NOT_ALLOWED, "/" + forbidden, "field").atRow(filled);
    }
    // Excel likes to end a header with empty columns; they say nothing.
    boolean nothing = header.get(column).isBlank() && filled == 0;
    return nothing ? null : Fault.of(Code.UNKNOWN_FIELD, "/~" + column);
  }

  private static int firstFilled(int column, List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() > column && !rows.get(i).get(column).isBlank()) {
        return i + 1;
      }
    }
    return 0;
  }

  ObjectNode envelope(List<String> cells) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    ObjectNode recipient = JsonNodeFactory.instance.objectNode();
    envelope.set("recipient", recipient);
    for (int column = 0; column < cells.size(); column++) {
      String field = fields.get(column);
      if (field == null || field.startsWith("/") || cells.get(column).isBlank()) {
        continue;
      }
      if (field.startsWith("recipient/")) {
        recipient.put(field.substring("recipient/".length()), cells.get(column));
      } else {
        envelope.set(field, value(field, cells.get(column).strip()));
      }
    }
    return envelope;
  }

  /** The fields of the hand-off itself: written once or in each row, but never differently. */
  void mergeHandOff(ObjectNode tree, List<String> cells, int row, List<Fault> faults) {
    for (int column = 0; column < cells.size(); column++) {
      String field = fields.get(column);
      String cell = cells.get(column).strip();
      if (field == null || !field.startsWith("/") || cell.isEmpty()) {
        continue;
      }
      String name = field.substring(1);
      if (!tree.has(name)) {
        tree.put(name, cell);
      } else if (!tree.get(name).textValue().equals(cell)) {
        faults.add(Fault.of(Code.BAD_VALUE, field, "differs").atRow(row));
      }
    }
  }

  /** A cell as the contract's type; what is not of that type stays text and is told later. */
  private static JsonNode value(String field, String cell) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (NUMBERS.contains(field) && cell.matches("[0-9]{1,9}")) {
      return nodes.numberNode(Integer.parseInt(cell));
    }
    if (YES_NO.contains(field) && cell.length() <= LONGEST_YES_NO) {
      switch (Normalizer.normalize(cell, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)) {
        case "true", "yes", "có" -> {
          return nodes.booleanNode(true);
        }
        case "false", "no", "không" -> {
          return nodes.booleanNode(false);
        }
        default -> {}
      }
    }
    return nodes.textNode(cell);
  }
}
