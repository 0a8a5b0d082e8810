package vn.kt1.gateway.post.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Text;

/**
 * One row of a file of the post, read by column name. It gathers what cannot be read: in a cell it
 * needs a fault of the row, in any other a warning.
 */
final class PostRow {

  private record Problem(Code code, Text detail) {}

  private final int number;
  private final Map<String, Integer> columns;
  private final List<String> cells;
  private final List<Problem> faults = new ArrayList<>(0);
  private final List<Problem> warnings = new ArrayList<>(0);

  PostRow(int number, Map<String, Integer> columns, List<String> cells) {
    this.number = number;
    this.columns = columns;
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
      warnings.add(problem(names, bad));
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
      faults.add(problem(names, bad));
      return null;
    }
  }

  /** Something is wrong with the row as a whole. */
  void bad(BadCell bad) {
    faults.add(new Problem(bad.code(), bad.sentence()));
  }

  boolean bad() {
    return !faults.isEmpty();
  }

  /**
   * All that is wrong with a row that is not taken, under its gravest code.
   *
   * @param key the columns by which people find the row
   */
  RowFault fault(List<String> key) {
    List<Problem> all = new ArrayList<>(faults);
    all.addAll(warnings);
    Code gravest = faults.stream().map(Problem::code).min(Comparator.naturalOrder()).orElseThrow();
    Text detail =
        all.stream()
            .map(Problem::detail)
            .reduce(
                (one, other) -> new Text(one.vi() + " " + other.vi(), one.en() + " " + other.en()))
            .orElseThrow();
    return new RowFault(number, gravest, detail, key(key));
  }

  /** What was left out of a row that is taken. */
  List<RowFault> warnings(List<String> key) {
    return warnings.stream()
        .map(left -> new RowFault(number, left.code(), left.detail(), key(key)))
        .toList();
  }

  private @Nullable String key(List<String> names) {
    String name = column(names);
    Integer index = columns.get(name);
    String given = index == null || index >= cells.size() ? "" : cells.get(index).strip();
    return given.isEmpty() ? null : given;
  }

  private Problem problem(List<String> names, BadCell bad) {
    return new Problem(bad.code(), Text.of("row.column", column(names), bad.sentence()));
  }

  /** The first of the columns the file has counts, whether or not something stands in it. */
  private @Nullable String written(List<String> names) {
    Integer index = columns.get(column(names));
    return index == null || index >= cells.size() ? null : PostText.of(cells.get(index));
  }

  private String column(List<String> names) {
    return names.stream().filter(columns::containsKey).findFirst().orElse(first(names));
  }

  private static String first(List<String> names) {
    return names.isEmpty() ? "" : names.get(0);
  }
}
