package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Cell;
import vn.kt1.gateway.intake.MessageSource;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The rows of a table, its header among the first: one table is one hand-off, one row an envelope.
 */
final class Rows {

  static final int MOST_COLUMNS = 1_000;

  private final MessageSource source;
  private final Sink sink;
  private final int headerWithin;
  private final boolean delimited;
  private final UnaryOperator<String> times;
  private final ObjectNode handOff = JsonNodeFactory.instance.objectNode();
  private @Nullable Columns columns;
  private int above;
  private int row;
  private int envelopes;

  /** The rows of a text in which a sign parts the cells. */
  static Rows delimited(MessageSource source, Sink sink, int headerWithin) {
    return new Rows(source, sink, headerWithin, UnaryOperator.identity(), true);
  }

  /**
   * @param headerWithin among how many first rows the header is looked for
   * @param times makes of a cell in a column of times what the contract writes
   */
  Rows(MessageSource source, Sink sink, int headerWithin, UnaryOperator<String> times) {
    this(source, sink, headerWithin, times, false);
  }

  private Rows(
      MessageSource source,
      Sink sink,
      int headerWithin,
      UnaryOperator<String> times,
      boolean delimited) {
    this.delimited = delimited;
    this.source = source;
    this.sink = sink;
    this.headerWithin = headerWithin;
    this.times = times;
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
    // SECURITY: a line of millions of names is no header, and each name would be looked up.
    if (cells.size() > MOST_COLUMNS) {
      throw headerNotFound();
    }
    columns = Columns.of(cells, source.how()).orElse(null);
    if (columns != null) {
      columns.tellStrangers(sink::fault);
      return;
    }
    cells.forEach(sink::text);
    if (++above == headerWithin) {
      throw headerNotFound();
    }
  }

  private void data(Columns known, List<String> written) {
    List<String> cells = filled(written);
    // Where a sign parts the cells a blank one counts too: with one too many all may have moved.
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
    Row read = new Row(known, cells, row).withTimes(times);
    read.mergeHandOff(handOff, sink::fault, sink::text);
    sink.envelope(read.envelope(), row, known.placing("/envelopes/" + envelopes++));
  }

  private static boolean blank(String cell) {
    return cell.isBlank() || Cell.tidied(cell).isEmpty();
  }

  /** Without blank cells at the end, which many programs write. */
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
    if (!handOff.has("handOffId") && source.stem() != null) {
      handOff.put("handOffId", source.stem());
    }
    sink.handOff(handOff, columns.placing(""));
  }
}
