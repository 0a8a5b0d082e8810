package vn.kt1.gateway.intake.format;

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
import vn.kt1.gateway.intake.Given;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Rejected;

/** The header of a table: it tells which column is which field of the contract. */
final class Columns {

  private static final int LEAST_OF_A_TABLE = 5;
  private static final int MOST_BELOW = 2;

  private final List<String> header;
  private final Conventions how;

  /** The field of each column, null for a column the contract does not know. */
  private final List<@Nullable HandOffField> fields;

  /** The place of a fault in each column, seen from its envelope or its hand-off. */
  private final List<String> places = new ArrayList<>();

  /** Columns for which a fault was reported; one fault for each column is enough. */
  private final Set<Integer> told = new HashSet<>();

  private Columns(List<String> header, List<@Nullable HandOffField> fields, Conventions how) {
    this.header = header;
    this.fields = fields;
    this.how = how;
    for (int column = 0; column < header.size(); column++) {
      HandOffField field = fields.get(column);
      boolean ours = HandOffField.ofColumn(header.get(column)).isPresent();
      places.add(field != null && ours ? field.pointer() : "/~" + column);
    }
  }

  /**
   * Empty when fewer than half of the columns are known.
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

  /** Only a time may be split over two columns: day and hour. */
  private static boolean tooOften(HandOffField field, List<HandOffField> known) {
    return Collections.frequency(known, field) > (Joined.is(field) ? 2 : 1);
  }

  /** A column of the contract, even if a program has broken its name into lines. */
  private static @Nullable HandOffField field(String name, Conventions how) {
    return HandOffField.ofColumn(name.replace(" ", "")).or(() -> how.field(name)).orElse(null);
  }

  int count() {
    return header.size();
  }

  /** Whether a row repeats the header, as the second of two merged header rows does. */
  boolean again(List<String> cells) {
    List<String> said = cells.stream().map(Cell::tidied).toList();
    return said.stream().anyMatch(cell -> !cell.isEmpty())
        && said.size() <= header.size()
        && IntStream.range(0, said.size())
            .allMatch(i -> said.get(i).isEmpty() || said.get(i).equals(header.get(i)));
  }

  /**
   * Whether the weight 1,200 was split into two cells, 1 and 200, in a row that lacks another cell
   * and so has the right number. A hundred envelopes weigh more than fifty grams.
   */
  boolean moved(List<String> cells) {
    int weight = fields.indexOf(HandOffField.WEIGHT_G);
    int pieces = fields.indexOf(HandOffField.PIECES);
    if (weight < 0 || pieces != weight + 1 || pieces >= cells.size()) {
      return false;
    }
    String grams = cells.get(weight).strip();
    String count = cells.get(pieces).strip();
    return cells.size() < header.size()
        ? grams.matches("[0-9]{1,3}") && count.matches("[0-9]{3}")
        : grams.matches("[0-9]|[1-4][0-9]|50") && count.matches("[1-9][0-9]{2}");
  }

  /**
   * Whether a row does not belong to the table: a sum, a date or a signature below it. It has one
   * or two texts, but an envelope has its id and more.
   */
  boolean below(List<String> cells) {
    int id = fields.indexOf(HandOffField.ENVELOPE_ID);
    long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
    return id >= 0
        && fields.size() >= LEAST_OF_A_TABLE
        && filled <= MOST_BELOW
        && (cells.size() <= id || cells.get(id).isBlank());
  }

  /**
   * Columns that are neither a field nor forbidden. A blank column name is not reported by itself.
   */
  void tellStrangers(Consumer<Fault> faults) {
    for (int column = 0; column < header.size(); column++) {
      boolean stranger = fields.get(column) == null && !header.get(column).isEmpty();
      if (stranger && Forbidden.ourSpelling(header.get(column)).isEmpty()) {
        tell(column, faults);
      }
    }
  }

  /** A filled cell under a forbidden or an unknown name. */
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
   * Reads a row as an envelope, and what the row says of the hand-off.
   *
   * @param times converts a cell of a time column to the contract's form
   */
  Given read(List<String> cells, String at, int row, UnaryOperator<String> times) {
    Given given = new Given(at, row);
    for (int column = 0; column < fields.size(); column++) {
      HandOffField field = fields.get(column);
      String cell = column < cells.size() ? cells.get(column) : "";
      if (field != null) {
        Object value = Cell.absent(field, cell, how) ? null : Cell.value(field, cell);
        Joined.put(given, field, value, places.get(column), column);
      }
    }
    for (HandOffField field : Joined.TIMES) {
      if (given.value(field) instanceof String time) {
        given.replace(field, times.apply(time));
      }
    }
    return given;
  }
}
