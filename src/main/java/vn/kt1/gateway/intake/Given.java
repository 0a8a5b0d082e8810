package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Rejected;

/**
 * One object of a message, an envelope or the hand-off, as every language gives it: the values of
 * the contract's fields, and everything else found, each with its place in the sender's message.
 */
public final class Given {

  /**
   * @param name the contract's pointer, or the sender's own name if the contract does not know it
   * @param value a text, a number, a boolean or null; a tree for anything else
   * @param place its pointer in the sender's object
   * @param column counted from 0; -1 outside of tables
   */
  public record Part(String name, boolean known, @Nullable Object value, String place, int column) {

    Part with(@Nullable Object other) {
      return new Part(name, known, other, place, column);
    }
  }

  /** The place of the whole when it is not an object. */
  public static final String WHOLE = "";

  private final String at;
  private final @Nullable Integer row;
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * @param at the object's pointer in the sender's message
   */
  public Given(String at) {
    this(at, null);
  }

  /**
   * @param row the data row of a table, from 1
   */
  public Given(String at, @Nullable Integer row) {
    this.at = at;
    this.row = row;
  }

  /** A field that stands where the contract has it. */
  public void put(HandOffField field, @Nullable Object value) {
    put(field.pointer(), value, field.pointer(), -1);
  }

  /**
   * @throws Rejected {@code malformed} when it is there already
   */
  public void put(String pointer, @Nullable Object value, String place, int column) {
    if (parts.put(pointer, new Part(pointer, true, value, place, column)) != null) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "columns"));
    }
  }

  /** Adds a field that the contract does not know; the guard judges it. */
  public void stranger(String name, @Nullable Object value, String place) {
    // SECURITY: never in the place of a field, which would hide that from the guard.
    parts.put("~" + place, new Part(name, false, value, place, -1));
  }

  /** Another value in the same place. */
  public void replace(HandOffField field, @Nullable Object value) {
    if (parts.computeIfPresent(field.pointer(), (pointer, part) -> part.with(value)) == null) {
      put(field, value);
    }
  }

  /** What another object has said of this one. */
  public void take(Part part) {
    parts.put(part.name(), part);
  }

  public boolean has(HandOffField field) {
    return parts.containsKey(field.pointer());
  }

  /** Takes a field away; null when it was not there. */
  public @Nullable Part remove(HandOffField field) {
    return parts.remove(field.pointer());
  }

  /** Whether something else stands where an object belongs. */
  boolean whole() {
    return parts.containsKey(WHOLE);
  }

  public @Nullable Object value(HandOffField field) {
    return value(field.pointer());
  }

  public @Nullable Object value(String pointer) {
    Part part = parts.get(pointer);
    return part == null ? null : part.value();
  }

  /** What is written there as a text, empty when it is none. */
  public String written(HandOffField field) {
    Object value = value(field);
    return value == null || value instanceof JsonNode ? "" : value.toString();
  }

  /** A value of JSON as a part has it: only lists and objects stay what they are. */
  public static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber() && node.canConvertToInt()
              ? (Number) node.intValue()
              : node.numberValue();
      case ARRAY, OBJECT -> node;
      default -> null;
    };
  }

  /** In the order in which they were written. */
  Collection<Part> parts() {
    return parts.values();
  }

  Given copy() {
    Given copy = new Given(at, row);
    copy.parts.putAll(parts);
    return copy;
  }

  String at() {
    return at;
  }

  /** Its place in the sender's message; a field that is absent is named as in the contract. */
  String pointer(String pointer) {
    Part part = parts.get(pointer);
    return at + (part == null ? pointer : part.place());
  }

  /** A fault of what stands there, in the sender's own place, row and column. */
  public Fault fault(String pointer, Code code) {
    return placed(pointer, Fault.of(code, pointer(pointer)));
  }

  /** The same, with another sentence than the code's. */
  public Fault fault(String pointer, Code code, String variant, Object... arguments) {
    return placed(pointer, Fault.of(code, pointer(pointer), variant, arguments));
  }

  private Fault placed(String pointer, Fault fault) {
    Part part = parts.get(pointer);
    Fault inRow = row == null ? fault : fault.atRow(row);
    return part == null || part.column() < 0 ? inRow : inRow.inColumn(part.column());
  }
}
