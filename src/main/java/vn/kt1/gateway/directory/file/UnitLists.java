package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Unit;

/** All lists of units together: periods of one code do not overlap, and successors can be found. */
public final class UnitLists {

  private final List<BadConfiguration.Fault> faults;
  private final List<UnitRow> rows = new ArrayList<>();
  private final Set<String> codes;
  private boolean whole = true;

  public UnitLists(List<Path> files, List<BadConfiguration.Fault> faults) {
    this.faults = faults;
    for (Path file : files) {
      CsvList<UnitRow> list = UnitList.of(file, faults);
      rows.addAll(list.read());
      whole &= list.whole();
    }
    codes = rows.stream().map(UnitRow::code).collect(Collectors.toSet());
    Map<String, List<UnitRow>> byCode =
        rows.stream()
            .filter(row -> row.unit() != null)
            .collect(Collectors.groupingBy(UnitRow::code, TreeMap::new, Collectors.toList()));
    byCode.values().forEach(this::overlaps);
    rows.forEach(row -> successor(row, byCode));
    circles(byCode);
  }

  /** Those without a fault of their own. */
  public List<Unit> units() {
    return rows.stream().map(UnitRow::unit).filter(Objects::nonNull).toList();
  }

  /** Whether any list has a row of that code, or may have: one could not be read. */
  public boolean mayKnow(String code) {
    return !whole || codes.contains(code);
  }

  private void overlaps(List<UnitRow> ofOneCode) {
    List<UnitRow> ordered =
        ofOneCode.stream().sorted(Comparator.comparing(row -> unit(row).validFrom())).toList();
    UnitRow longest = ordered.get(0);
    for (UnitRow row : ordered.subList(1, ordered.size())) {
      if (!unit(row).validFrom().isAfter(unit(longest).end())) {
        fault(
            row,
            "the period of " + row.code() + " overlaps that of " + longest.place(),
            "periods that follow each other: valid_to of the earlier before valid_from of the"
                + " later");
      }
      longest = unit(row).end().isAfter(unit(longest).end()) ? row : longest;
    }
  }

  private void successor(UnitRow row, Map<String, List<UnitRow>> byCode) {
    String code = row.unit() == null ? null : row.unit().successor();
    if (code == null) {
      return;
    }
    List<UnitRow> known = byCode.getOrDefault(code, List.of());
    if (!mayKnow(code)) {
      fault(row, "the successor " + code + " is in no list of units", "a code of units/*.csv");
    } else if (!known.isEmpty() && lastDay(known).isBefore(unit(row).end())) {
      fault(
          row,
          "the successor " + code + " is closed before " + row.code() + " is",
          "the unit that is open after valid_to");
    }
  }

  private static LocalDate lastDay(List<UnitRow> ofOneCode) {
    return unit(last(ofOneCode)).end();
  }

  /** The last row of the code: a body that was closed may open again later. */
  private static UnitRow last(List<UnitRow> ofOneCode) {
    return ofOneCode.stream().max(Comparator.comparing(row -> unit(row).end())).orElseThrow();
  }

  private void circles(Map<String, List<UnitRow>> byCode) {
    Set<String> seen = new HashSet<>();
    for (String start : byCode.keySet()) {
      List<String> way = new ArrayList<>();
      String code = start;
      while (code != null && seen.add(code)) {
        way.add(code);
        code = next(byCode, code);
      }
      // A chain that meets an earlier one was checked with that one.
      if (code != null && way.contains(code)) {
        List<String> circle = way.subList(way.indexOf(code), way.size());
        fault(
            last(byCode.get(code)),
            "successors go round in a circle: " + String.join(" > ", circle) + " > " + code,
            "no successor, or another, for one of them");
      }
    }
  }

  private static @Nullable String next(Map<String, List<UnitRow>> byCode, String code) {
    List<UnitRow> known = byCode.get(code);
    return known == null ? null : unit(last(known)).successor();
  }

  private static Unit unit(UnitRow row) {
    return Objects.requireNonNull(row.unit());
  }

  private void fault(UnitRow row, String wrong, String write) {
    faults.add(new BadConfiguration.Fault(row.file().toString(), row.line(), wrong, write));
  }
}
