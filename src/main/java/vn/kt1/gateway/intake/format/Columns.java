package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
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

  private final List<String> header;
  private final Conventions how;

  /** The field of each column, null for a column the contract does not know. */
  private final List<@Nullable HandOffField> fields;

  /** Columns a fault was told of: one is enough. */
  private final Set<Integer> told = new HashSet<>();

  private Columns(List<String> header, List<@Nullable HandOffField> fields, Conventions how) {
    this.header = header;
    this.fields = fields;
    this.how = how;
  }

  /**
   * Nothing when fewer than half of the columns are known.
   *
   * @throws Rejected {@code malformed} when two columns are the same field
   */
  static Optional<Columns> of(List<String> written, Conventions how) {
    List<String> header = written.stream().map(Cell::tidied).toList();
    List<@Nullable HandOffField> fields = new ArrayList<>();
    for (String name : header) {
      fields.add(field(name, how));
    }
    List<HandOffField> known = new ArrayList<>();
    fields.stream().filter(field -> field != null).forEach(known::add);
    long named = header.stream().filter(name -> !name.isEmpty()).count();
    if (known.isEmpty() || known.size() * 2 < named) {
      return Optional.empty();
    }
    if (known.stream().anyMatch(field -> tooOften(field, known))) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "columns"));
    }
    return Optional.of(new Columns(header, fields, how));
  }

  /** Only a time may stand in two columns, its day and its hour. */
  private static boolean tooOften(HandOffField field, List<HandOffField> known) {
    return Collections.frequency(known, field) > (Joined.is(field) ? 2 : 1);
  }

  /** A column of the contract, however a program has broken its name into lines. */
  private static @Nullable HandOffField field(String name, Conventions how) {
    return HandOffField.ofColumn(name.replace(" ", "")).or(() -> how.field(name)).orElse(null);
  }

  int count() {
    return header.size();
  }

  /**
   * Whether a row only says the header again, as the second of two merged rows of a header does.
   */
  boolean again(List<String> cells) {
    List<String> said = cells.stream().map(Cell::tidied).toList();
    return said.stream().anyMatch(cell -> !cell.isEmpty())
        && said.size() <= header.size()
        && IntStream.range(0, said.size())
            .allMatch(i -> said.get(i).isEmpty() || said.get(i).equals(header.get(i)));
  }

  /**
   * Whether cells of a short row have moved: 1,200 grams are one gram and 200 pieces, where the
   * cells left out at the end hide that there is one too many.
   */
  boolean moved(List<String> cells) {
    int weight = fields.indexOf(HandOffField.WEIGHT_G);
    int pieces = fields.indexOf(HandOffField.PIECES);
    return cells.size() < header.size()
        && weight >= 0
        && pieces == weight + 1
        && pieces < cells.size()
        && cells.get(weight).strip().matches("[0-9]{1,3}")
        && cells.get(pieces).strip().matches("[0-9]{3}");
  }

  /** Columns that are no field and not forbidden either; a blank name says nothing by itself. */
  void tellStrangers(Consumer<Fault> faults) {
    for (int column = 0; column < header.size(); column++) {
      boolean stranger = fields.get(column) == null && !header.get(column).isEmpty();
      if (stranger && Forbidden.ourSpelling(header.get(column)).isEmpty()) {
        tell(column, faults);
      }
    }
  }

  /** A filled cell where nothing may stand: under a forbidden name, or under none. */
  void tellFilled(List<String> cells, int row, Consumer<Fault> faults) {
    for (int column = 0; column < Math.min(cells.size(), header.size()); column++) {
      boolean stranger = fields.get(column) == null && !told.contains(column);
      if (stranger && !Cell.absent(cells.get(column))) {
        Optional<String> forbidden = Forbidden.ourSpelling(header.get(column));
        if (forbidden.isPresent()) {
          told.add(column);
          Fault fault = Fault.of(Code.CONTENT_NOT_ALLOWED, "/" + forbidden.get(), "field");
          faults.accept(fault.atRow(row).inColumn(column));
        } else {
          tell(column, faults);
        }
      }
    }
  }

  private void tell(int column, Consumer<Fault> faults) {
    if (told.add(column)) {
      Optional<HandOffField> meant = HandOffField.meantBy(header.get(column));
      Fault fault =
          meant.isPresent()
              ? Fault.of(Code.UNKNOWN_FIELD, "/~" + column, "spelling", meant.get().column())
              : Fault.of(Code.UNKNOWN_FIELD, "/~" + column);
      faults.accept(fault.inColumn(column));
    }
  }

  /**
   * The row with each filled cell of a column of times as the language has it; a time in two
   * columns stands in the first.
   */
  List<String> withTimes(List<String> cells, UnaryOperator<String> times) {
    List<String> read = new ArrayList<>(cells);
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = fields.get(column);
      int first = fields.indexOf(field);
      if (field != null && Joined.is(field) && !absent(field, cells.get(column))) {
        String cell = Cell.text(cells.get(column));
        read.set(column, "");
        read.set(first, first == column ? cell : Joined.of(read.get(first), cell));
      }
    }
    return timed(read, times);
  }

  private List<String> timed(List<String> cells, UnaryOperator<String> times) {
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = fields.get(column);
      if (field != null && Joined.is(field)) {
        cells.set(column, times.apply(cells.get(column)));
      }
    }
    return cells;
  }

  private boolean absent(HandOffField field, String cell) {
    return Cell.absent(field, cell, how);
  }

  /** The fault in the column where its field stands, if there is one. */
  UnaryOperator<Fault> placing(String at) {
    return fault -> {
      int column = column(fault.pointer(), at);
      if (column < 0) {
        return fault;
      }
      boolean ours = HandOffField.ofColumn(header.get(column)).isPresent();
      return (ours ? fault : fault.at(at + "/~" + column)).inColumn(column);
    };
  }

  private int column(String pointer, String at) {
    for (int column = 0; column < fields.size(); column++) {
      HandOffField field = fields.get(column);
      if (field != null && pointer.equals(at + Places.of(field))) {
        return column;
      }
    }
    return -1;
  }

  ObjectNode envelope(List<String> cells) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    ObjectNode recipient = envelope.putObject("recipient");
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = fields.get(column);
      if (field != null && field.kind() != Kind.HAND_OFF && !absent(field, cells.get(column))) {
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
      String cell = Cell.text(cells.get(column));
      if (field == null || field.kind() != Kind.HAND_OFF || absent(field, cell)) {
        continue;
      }
      if (!handOff.has(field.field())) {
        handOff.put(field.field(), cell);
      } else if (!handOff.get(field.field()).textValue().equals(cell)) {
        texts.accept(cell);
        faults.accept(
            Fault.of(Code.BAD_VALUE, "/" + field.field(), "differs").atRow(row).inColumn(column));
      }
    }
  }
}
