package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Tables of one kind follow each other: on each day at most one holds, and none is missing. */
public final class DatedTables {

  /** A table by the name of its file; the last day is inclusive, null where it has none. */
  public record Dated(String id, LocalDate from, @Nullable LocalDate to) {
    private LocalDate end() {
      return to == null ? LocalDate.MAX : to;
    }
  }

  private DatedTables() {}

  /**
   * @param all those that hold for one and the same
   */
  public static void check(List<Dated> all, Path folder, List<Fault> faults) {
    List<Dated> ordered = all.stream().sorted(Comparator.comparing(Dated::from)).toList();
    Dated before = null;
    for (Dated table : ordered) {
      String file = folder.resolve(table.id() + ".yaml").toString();
      if (before != null && !table.from().isAfter(before.end())) {
        String wrong = "from overlaps " + before.id() + ", which holds until " + before.end();
        String write =
            before.to() == null
                ? "to: the day before, in " + before.id() + ".yaml"
                : "from: a day after " + before.to();
        faults.add(new Fault(file, YamlFile.lineWith(Path.of(file), "from:"), wrong, write));
      } else if (before != null && before.end().plusDays(1).isBefore(table.from())) {
        String wrong = "nothing holds between " + before.id() + " and this table";
        String write = "from: " + before.end().plusDays(1);
        faults.add(new Fault(file, YamlFile.lineWith(Path.of(file), "from:"), wrong, write));
      }
      before = before != null && before.end().isAfter(table.end()) ? before : table;
    }
  }
}
