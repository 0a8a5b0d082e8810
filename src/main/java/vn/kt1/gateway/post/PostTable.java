package vn.kt1.gateway.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.table.Csv;
import vn.kt1.gateway.table.Xlsx;

/** A CSV or XLSX file of the post, row by row: one bad row never loses the good ones. */
final class PostTable {

  /** Thrown for one row; the file goes on. */
  static final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Code code;
    private final String variant;

    BadRow(Code code, String variant) {
      super(code.text(), null, false, false);
      this.code = code;
      this.variant = variant;
    }

    Code code() {
      return code;
    }

    String variant() {
      return variant;
    }
  }

  private PostTable() {}

  /**
   * @throws Rejected when the file is no table or lacks a column it needs
   */
  static <T> PostFile<T> read(
      String name, byte[] bytes, List<String> needed, Function<PostRow, T> reader) {
    List<List<String>> lines = Xlsx.is(bytes) ? Xlsx.read(bytes) : Csv.read(bytes);
    Map<String, Integer> columns = columns(lines.get(0));
    if (!columns.keySet().containsAll(needed)) {
      throw new Rejected(Fault.of(Code.HEADER_NOT_FOUND, ""));
    }
    List<T> rows = new ArrayList<>();
    List<PostFile.RowFault> faults = new ArrayList<>();
    int count = 0;
    for (int number = 1; number < lines.size(); number++) {
      List<String> cells = lines.get(number);
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      count++;
      try {
        rows.add(reader.apply(new PostRow(number, columns, cells)));
      } catch (BadRow bad) {
        faults.add(PostFile.RowFault.of(number, bad.code(), bad.variant()));
      }
    }
    return new PostFile<>(name, Sha256.of(bytes), count, rows, faults);
  }

  private static Map<String, Integer> columns(List<String> header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    return columns;
  }
}
