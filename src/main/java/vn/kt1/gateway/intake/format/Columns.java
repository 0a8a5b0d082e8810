package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.intake.Cell;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;
import vn.kt1.gateway.shipment.Rejected;

/** The header of a table: which column is which field of the contract. */
final class Columns {

  private static final int LEAST_OF_A_TABLE = 5;
  private static final int MOST_BELOW = 2;

  private final List<String> header;

  /** The field of each column, null for a column the contract does not know. */
  private final List<@Nullable HandOffField> fields;

  /** Columns a fault was told of: one is enough. */
  private final Set<Integer> told = new HashSet<>();

  private Columns(List<String> header, List<@Nullable HandOffField> fields) {
    this.header = header;
    this.fields = fields;
  }

  /**
   * Nothing when fewer than half of the columns are known.
   *
   * @throws Rejected {@code malformed} when two columns are the same field
   */
  static Optional<Columns> of(List<String> header, Conventions how) {
    List<@Nullable HandOffField> fields = new ArrayList<>();
    for (String name : header) {
      fields.add(field(name, how));
    }
    List<HandOffField> known = new ArrayList<>();
    fields.stream().filter(field -> field != null).forEach(known::add);
    long named = header.stream().filter(name -> !name.isBlank()).count();
    if (known.isEmpty() || known.size() * 2 < named) {
      return Optional.empty();
    }
    if (new HashSet<>(known).size() < known.size()) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "columns"));
    }
    return Optional.of(new Columns(header, fields));
  }

  private static @Nullable HandOffField field(String name, Conventions how) {
    return HandOffField.ofColumn(name.strip()).or(() -> how.field(name)).orElse(null);
  }

  int count() {
    return header.size();
  }

  /**
   * Whether a row only says the header again, as the second of two merged rows of a header does.
   */
  boolean again(List<String> cells) {
    boolean filled = cells.stream().anyMatch(cell -> !cell.isBlank());
    return filled
        && cells.size() <= header.size()
        && IntStream.range(0, cells.size())
            .allMatch(i -> cells.get(i).isBlank() || cells.get(i).equals(header.get(i)));
  }

  /**
   * Whether a row is none of the table: a sum, a date or a signature below it, one or two texts
   * where an envelope has its id and more.
   */
  boolean below(List<String> cells) {
    int id = fields.indexOf(HandOffField.ENVELOPE_ID);
    long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
    return id >= 0
        && fields.size() >= LEAST_OF_A_TABLE
        && filled <= MOST_BELOW
        && (cells.size() <= id || cells.get(id).isBlank());
  }

  /** Columns that are no field and not forbidden either; a blank name says nothing by itself. */
  void tellStrangers(Consumer<Fault> faults) {
    for (int column = 0; column < header.size(); column++) {
      boolean stranger = fields.get(column) == null && !header.get(column).isBlank();
      if (stranger && Forbidden.ourSpelling(header.get(column)).isEmpty()) {
        tell(column, faults);
      }
    }
  }

  /** A filled cell where nothing may stand: under a forbidden name, or under none. */
  void tellFilled(List<String> cells, int row, Consumer<Fault> faults) {
    for (int column = 0; column < Math.min(cells.size(), header.size()); column++) {
      if (fields.get(column) == null && !cells.get(column).isBlank() && !told.contains(column)) {
        Optional<String> forbidden = Forbidden.ourSpelling(header.get(column));
        if (forbidden.isPresent()) {
          told.add(column);
          Fault fault = Fault.of(Code.CONTENT_NOT_ALLOWED, "/" + forbidden.get(), "field");
          faults.accept(fault.atRow(row));
        } else {
          tell(column, faults);
        }
      }
    }
  }

  private void tell(int column, Consumer<Fault> faults) {
    if (told.add(column)) {
      faults.accept(Fault.of(Code.UNKNOWN_FIELD, "/~" + column));
    }
  }

  /** The row with each filled cell of a column of times as the language has it. */
  List<String> withTimes(List<String> cells, UnaryOperator<String> times) {
    List<String> read = new ArrayList<>(cells);
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = fields.get(column);
      if (field == HandOffField.HANDED_OFF_AT || field == HandOffField.DELIVER_AT) {
        read.set(column, times.apply(cells.get(column).strip()));
      }
    }
    return read;
  }

  ObjectNode envelope(List<String> cells) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    ObjectNode recipient = envelope.putObject("recipient");
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = fields.get(column);
      if (field != null && field.kind() != Kind.HAND_OFF && !cells.get(column).isBlank()) {
        ObjectNode object = field.kind() == Kind.RECIPIENT ? recipient : envelope;
        object.set(field.field(), Cell.value(field, cells.get(column)));
      }
    }
    return envelope;
  }

  /**
   * The fields of the hand-off itself: written once or in each row, but never differently.
   *
   * @param texts what was written differently is looked at all the same
   */
  void mergeHandOff(
      ObjectNode handOff,
      List<String> cells,
      int row,
      Consumer<Fault> faults,
      Consumer<String> texts) {
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = fields.get(column);
      String cell = cells.get(column).strip();
      if (field == null || field.kind() != Kind.HAND_OFF || cell.isEmpty()) {
        continue;
      }
      if (!handOff.has(field.field())) {
        handOff.put(field.field(), cell);
      } else if (!handOff.get(field.field()).textValue().equals(cell)) {
        texts.accept(cell);
        faults.accept(Fault.of(Code.BAD_VALUE, "/" + field.field(), "differs").atRow(row));
      }
    }
  }
}
