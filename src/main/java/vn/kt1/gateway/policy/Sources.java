package vn.kt1.gateway.policy;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.DataFile;
import vn.kt1.gateway.shipment.Text;

/** The legal sources of all rules: {@code policy/sources.csv}. */
public final class Sources {

  private static final List<LegalSource> ALL =
      DataFile.read("/policy/sources.csv").stream().map(Sources::source).toList();

  private Sources() {}

  public static List<LegalSource> all() {
    return ALL;
  }

  public static List<LegalSource> of(String rule) {
    return ALL.stream().filter(source -> source.rule().equals(rule)).toList();
  }

  private static LegalSource source(CSVRecord row) {
    return new LegalSource(
        row.get("rule"),
        words(row.get("sentences")),
        row.get("text"),
        day(row.get("valid_from")),
        day(row.get("valid_to")),
        row.get("read_in"),
        Boolean.parseBoolean(row.get("verified")),
        new Text(row.get("note_vi"), row.get("note")));
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }

  private static @Nullable LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }
}
