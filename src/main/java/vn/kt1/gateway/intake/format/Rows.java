package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.intake.Source;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The rows of a table, its header among the first: one table is one hand-off, one row an envelope.
 */
final class Rows {

  private static final int MOST_COLUMNS = 1_000;

  private final Source source;
  private final Sink sink;
  private final int headerWithin;
  private final UnaryOperator<String> times;
  private final ObjectNode handOff = JsonNodeFactory.instance.objectNode();
  private @Nullable Columns columns;
  private int above;
  private int row;

  /**
   * @param headerWithin among how many first rows the header is looked for
   * @param times makes of a cell in a column of times what the contract writes
   */
  Rows(Source source, Sink sink, int headerWithin, UnaryOperator<String> times) {
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
      if (!cells.stream().allMatch(String::isBlank)) {
        data(known, cells);
      }
    }
  }

  private void header(List<String> cells) {
    // SECURITY: a line of millions of names is no header, and each name would be looked up.
    if (cells.size() > MOST_COLUMNS) {
      throw new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
    }
    columns = Columns.of(cells, source.how()).orElse(null);
    if (columns != null) {
      columns.tellStrangers(sink::fault);
      return;
    }
    if (headerWithin == 1 && filled(cells).isEmpty()) {
      return; // a blank line before a header that is the first line otherwise
    }
    cells.forEach(sink::text);
    if (++above == headerWithin) {
      throw new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
    }
  }

  private void data(Columns known, List<String> written) {
    List<String> cells = filled(written);
    if (known.below(cells)) {
      cells.forEach(sink::text);
      sink.fault(Fault.of(Code.MISSING_FIELD, "", "below").atRow(row));
      return;
    }
    if (cells.size() > known.count()) {
      sink.fault(Fault.of(Code.MALFORMED, "", "row").atRow(row));
      return;
    }
    known.tellFilled(cells, row, sink::fault);
    List<String> read = known.withTimes(cells, times);
    known.mergeHandOff(handOff, read, row, sink::fault, sink::text);
    sink.envelope(known.envelope(read), row);
  }

  /** Without blank cells at the end, which many programs write. */
  private static List<String> filled(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  /**
   * @throws Rejected {@code header-not-found} when there was no row at all
   */
  void end() {
    if (columns == null) {
      throw new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
    }
    if (!handOff.has("handOffId") && source.stem() != null) {
      handOff.put("handOffId", source.stem());
    }
    sink.handOff(handOff);
  }
}
