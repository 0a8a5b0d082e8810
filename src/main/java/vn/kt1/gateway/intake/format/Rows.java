package vn.kt1.gateway.intake.format;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Cell;
import vn.kt1.gateway.intake.Given;
import vn.kt1.gateway.intake.HandOffSchema;
import vn.kt1.gateway.intake.MessageSource;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Reads the rows of a table: one table is one hand-off, one row is one envelope. The header is
 * among the first rows.
 */
final class Rows {

  /** How many first rows are searched for the header. */
  static final int HEADER_WITHIN = 20;

  static final int MOST_COLUMNS = 1_000;

  private static final List<HandOffField> OF_HAND_OFF =
      Stream.of(HandOffField.values()).filter(field -> field.kind() == Kind.HAND_OFF).toList();

  private final MessageSource source;
  private final Sink sink;
  private final boolean delimited;
  private final UnaryOperator<String> times;
  private final Given handOff = new Given("");
  private @Nullable Columns columns;
  private int above;
  private int row;
  private int envelopes;

  /**
   * @param times converts a cell of a time column to the contract's form
   * @param delimited whether it is a text in which a delimiter separates the cells
   */
  Rows(MessageSource source, Sink sink, UnaryOperator<String> times, boolean delimited) {
    this.source = source;
    this.sink = sink;
    this.times = times;
    this.delimited = delimited;
  }

  /**
   * @throws Rejected {@code header-not-found} when none of the first rows is a header
   */
  void next(List<String> cells) {
    Columns known = columns;
    if (known == null) {
      header(cells);
    } else if (row > 0 || !known.again(cells) && !ColumnNumbers.are(cells, known.count())) {
      row++;
      if (!cells.stream().allMatch(Rows::blank)) {
        data(known, cells);
      }
    }
  }

  /**
   * @throws Rejected {@code header-not-found} when there has been none so far
   */
  void headerFound() {
    if (columns == null) {
      throw headerNotFound();
    }
  }

  private static Rejected headerNotFound() {
    return new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
  }

  private void header(List<String> cells) {
    // SECURITY: a line of millions of names is not looked up as a header.
    if (cells.size() > MOST_COLUMNS) {
      throw headerNotFound();
    }
    columns = Columns.of(cells, source.how()).orElse(null);
    if (columns != null) {
      columns.tellStrangers(sink::fault);
      Given nothing = columns.read(List.of(), "", 0, times);
      OF_HAND_OFF.forEach(field -> mergeHandOff(field, nothing.remove(field)));
      return;
    }
    cells.forEach(sink::text);
    if (++above == HEADER_WITHIN) {
      throw headerNotFound();
    }
  }

  private void data(Columns known, List<String> written) {
    List<String> cells = filled(written);
    // In delimited text a blank cell counts too: if there is one too many, all cells after it may
    // have moved.
    if ((delimited ? written : cells).size() > known.count()) {
      sink.fault(Fault.of(Code.MALFORMED, "", "row").atRow(row));
      return;
    }
    if (delimited && known.moved(written)) {
      sink.fault(Fault.of(Code.MALFORMED, "", "row-moved").atRow(row));
      return;
    }
    if (known.below(cells)) {
      cells.forEach(sink::text);
      sink.fault(Fault.of(Code.MISSING_FIELD, "", "below").atRow(row));
      return;
    }
    known.tellFilled(cells, row, sink::fault);
    Given read = known.read(cells, HandOffSchema.ENVELOPES + "/" + envelopes++, row, times);
    OF_HAND_OFF.forEach(field -> mergeHandOff(field, read.remove(field)));
    sink.envelope(read);
  }

  /** A value of the hand-off stands once or in each row, but is never different. */
  private void mergeHandOff(HandOffField field, Given.@Nullable Part said) {
    if (said == null) {
      return;
    }
    if (!(handOff.value(field) instanceof String before)) {
      handOff.take(said);
    } else if (said.value() instanceof String text
        && !Cell.same(field, before, text, source.how())) {
      sink.text(text); // the guard checks it too
      sink.fault(handOff.fault(said.name(), Code.BAD_VALUE, "differs").atRow(row));
    }
  }

  private static boolean blank(String cell) {
    return cell.isBlank() || Cell.tidied(cell).isEmpty();
  }

  /** The row without the blank cells at its end, which many programs write. */
  private static List<String> filled(List<String> cells) {
    int end = cells.size();
    while (end > 0 && blank(cells.get(end - 1))) {
      end--;
    }
    return cells.subList(0, end);
  }

  /**
   * @throws Rejected {@code header-not-found} when there was no row at all
   */
  void end() {
    headerFound();
    if (handOff.value(HandOffField.HAND_OFF_ID) == null && source.stem() != null) {
      handOff.replace(HandOffField.HAND_OFF_ID, source.stem());
    }
    sink.handOff(handOff);
  }
}
