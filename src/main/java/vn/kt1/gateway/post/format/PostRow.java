package vn.kt1.gateway.post.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Text;

/**
 * One row of a file of the post, read by column name. It gathers what cannot be read: in a cell it
 * needs a fault of the row, in any other a warning.
 */
final class PostRow {

  private final int number;
  private final Columns columns;
  private final List<String> key;
  private final List<String> cells;
  private final List<RowFault> faults = new ArrayList<>(0);
  private final List<RowFault> warnings = new ArrayList<>(0);

  /**
   * @param key the column by which people find the row
   */
  PostRow(int number, Columns columns, List<String> key, List<String> cells) {
    this.number = number;
    this.columns = columns;
    this.key = key;
    this.cells = cells;
  }

  int number() {
    return number;
  }

  /** Whether something stands in the first of these columns that the file has. */
  boolean filled(List<String> names) {
    try {
      return written(names) != null;
    } catch (BadCell unreadable) {
      return true;
    }
  }

  @Nullable String text(List<String> names) {
    return optional(names, text -> text);
  }

  @Nullable String required(List<String> names) {
    return required(names, text -> text);
  }

  /** What cannot be read is left out, and told. */
  <T> @Nullable T optional(List<String> names, Function<String, T> reading) {
    try {
      String written = written(names);
      return written == null ? null : reading.apply(written);
    } catch (BadCell bad) {
      warnings.add(fault(names, bad));
      return null;
    }
  }

  /** Null where the row cannot be taken. */
  <T> @Nullable T required(List<String> names, Function<String, T> reading) {
    try {
      String written = written(names);
      if (written == null) {
        throw new BadCell(Code.MISSING_FIELD, "column");
      }
      return reading.apply(written);
    } catch (BadCell bad) {
      faults.add(fault(names, bad));
      return null;
    }
  }

  /** Something is wrong with the row as a whole. */
  void bad(BadCell bad) {
    faults.add(new RowFault(number, bad.code(), bad.sentence(), givenKey()));
  }

  boolean bad() {
    return !faults.isEmpty();
  }

  /** All that is wrong with a row that is not taken, under its gravest code. */
  RowFault fault() {
    Code gravest = faults.stream().map(RowFault::code).min(Comparator.naturalOrder()).orElseThrow();
    Text detail =
        Stream.concat(faults.stream(), warnings.stream())
            .map(RowFault::detail)
            .reduce(
                (one, other) -> new Text(one.vi() + " " + other.vi(), one.en() + " " + other.en()))
            .orElseThrow();
    return new RowFault(number, gravest, detail, givenKey());
  }

  /** What was left out of a row that is taken. */
  List<RowFault> warnings() {
    return warnings;
  }

  private RowFault fault(List<String> names, BadCell bad) {
    Text detail = Text.of("row.column", columns.name(names), bad.sentence());
    return new RowFault(number, bad.code(), detail, givenKey());
  }

  private @Nullable String givenKey() {
    String given = cell(key);
    return given == null || given.isBlank() ? null : given.strip();
  }

  private @Nullable String written(List<String> names) {
    String cell = cell(names);
    return cell == null ? null : PostText.of(cell);
  }

  private @Nullable String cell(List<String> names) {
    int index = columns.index(names);
    return index < 0 || index >= cells.size() ? null : cells.get(index);
  }
}
