package vn.kt1.gateway.report.figures;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One number of the report. Its label is {@code figure.<key>} in {@code messages_vi} and {@code
 * messages_en}.
 *
 * @param of what it counts
 * @param where which of them, over the columns of {@code of}; part of SQL that we write
 * @param dims by what it is broken down, in the order of {@link Dimension}
 * @param reader who may read it
 */
public record Figure(
    String key, Of of, Measure measure, String where, List<Dimension> dims, Reader reader) {

  /** Whence it is counted. */
  public enum Of {
    /** Shipments by the units of the province, by the time of hand-off. */
    SENT("tally"),
    /** Shipments to the units of the province, by the time of hand-off. */
    RECEIVED("received"),
    /** Incidents of the province, by the time they were raised. */
    INCIDENTS("raised");

    final String table;

    Of(String table) {
      this.table = table;
    }
  }

  /** What is told of them. */
  public enum Measure {
    ITEMS("items", "sum(n)", "true"),
    AMOUNT("VND", "sum(amount)", "amount > 0"),
    VAT("VND", "sum(vat)", "vat > 0"),
    UNCHARGED("items", "sum(uncharged)", "uncharged");

    private final String unit;
    final String sql;

    /** Which shipments stand behind it. */
    final String opens;

    Measure(String unit, String sql, String opens) {
      this.unit = unit;
      this.sql = sql;
      this.opens = opens;
    }

    public String unit() {
      return unit;
    }
  }

  /** SECURITY: who may read a figure. */
  public enum Reader {
    ALL,
    /**
     * Who may see degree data, and mails, which merge: it rests on due times or prices, and a small
     * count would tell those of a shipment.
     */
    REPORT,
    /** By login, and who may see degree data: it tells that something was classified. */
    DEGREE
  }

  Figure(String key, Of of, String where, Dimension... dims) {
    this(key, of, Measure.ITEMS, where, List.of(dims), Reader.ALL);
  }

  Figure measuring(Measure other) {
    return new Figure(key, of, other, where, dims, reader);
  }

  Figure notForOthers() {
    return new Figure(key, of, measure, where, dims, Reader.REPORT);
  }

  Figure byLogin() {
    return new Figure(key, of, measure, where, dims, Reader.DEGREE);
  }

  /** Its cells as rows of the columns that all figures share. */
  String sql() {
    String columns =
        EnumSet.allOf(Dimension.class).stream()
            .map(dim -> dims.contains(dim) ? dim.key() : "null::text as " + dim.key())
            .collect(Collectors.joining(", "));
    String group =
        dims.isEmpty()
            ? ""
            : " group by " + dims.stream().map(Dimension::key).collect(Collectors.joining(", "));
    return "select '%s' as figure, %s, %s as value from %s where %s%s having %s > 0"
        .formatted(key, columns, measure.sql, of.table, where, group, measure.sql);
  }
}
