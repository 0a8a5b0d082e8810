package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.kt1.gateway.intake.Cell;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/** One data row: an envelope, and perhaps the fields of the hand-off. */
record Row(Columns columns, List<String> cells, int number) {

  /** With each time as the language has it; one in two columns stands in the first. */
  Row withTimes(UnaryOperator<String> times) {
    List<String> read = new ArrayList<>(cells);
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = columns.field(column);
      if (field != null && Joined.is(field) && !columns.absent(field, cells.get(column))) {
        String cell = Cell.text(cells.get(column));
        int first = columns.first(field);
        read.set(column, "");
        read.set(first, first == column ? cell : Joined.of(read.get(first), cell));
      }
    }
    for (int column = 0; column < read.size(); column++) {
      HandOffField field = columns.field(column);
      if (field != null && Joined.is(field)) {
        read.set(column, times.apply(read.get(column)));
      }
    }
    return new Row(columns, read, number);
  }

  ObjectNode envelope() {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    ObjectNode recipient = envelope.putObject("recipient");
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = columns.field(column);
      String cell = cells.get(column);
      if (field != null && field.kind() != Kind.HAND_OFF && !columns.absent(field, cell)) {
        ObjectNode object = field.kind() == Kind.RECIPIENT ? recipient : envelope;
        object.set(field.field(), Cell.value(field, cell));
      }
    }
    return envelope;
  }

  /**
   * The fields of the hand-off itself: written once or in each row, but never differently.
   *
   * @param texts what was written differently is looked at all the same
   */
  void mergeHandOff(ObjectNode handOff, Consumer<Fault> faults, Consumer<String> texts) {
    for (int column = 0; column < cells.size(); column++) {
      HandOffField field = columns.field(column);
      String cell = Cell.text(cells.get(column));
      if (field == null || field.kind() != Kind.HAND_OFF || columns.absent(field, cell)) {
        continue;
      }
      if (!handOff.has(field.field())) {
        handOff.put(field.field(), cell);
      } else if (!columns.same(field, handOff.get(field.field()).textValue(), cell)) {
        texts.accept(cell);
        Fault differs = Fault.of(Code.BAD_VALUE, Places.of(field), "differs");
        faults.accept(columns.placing("").apply(differs.atRow(number)));
      }
    }
  }
}
