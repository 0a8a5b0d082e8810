package vn.kt1.gateway.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Unit.Eligibility;

/** The summary of units and provinces, and which of them end soon. */
public final class DirectorySummary {

  /** Long enough before the end to ask for the next list. */
  private static final int SOON_DAYS = 60;

  /** If there are more, only their number is told. */
  private static final int NAMED = 20;

  private static final int SHORT = 12;

  private final Directory directory;
  private final LocalDate today;
  private final List<ProvinceSummary> provinces;
  private final Map<String, List<Unit>> units;

  DirectorySummary(Directory directory, LocalDate today) {
    this.directory = directory;
    this.today = today;
    this.units =
        directory.units().stream()
            .collect(Collectors.groupingBy(Unit::province, TreeMap::new, Collectors.toList()));
    this.provinces =
        directory.provinces().stream()
            .sorted(Comparator.comparing(Province::id))
            .map(one -> new ProvinceSummary(one, units.getOrDefault(one.id(), List.of())))
            .toList();
  }

  void say(SummaryLines lines) {
    lines.tell("check.directory", directory.version().substring(0, SHORT));
    provinces.forEach(province -> province.tell(lines));
    units.forEach((province, rows) -> units(province, rows, lines));
    named("check.units.closed", today().filter(unit -> unit.closedBefore(today)), lines);
    named("check.units.closing", today().filter(this::closing), lines);
    successors(lines);
    long samples = count(directory.units(), Unit::synthetic);
    lines.leave(samples > 0, "check.todo.samples", samples, directory.units().size());
    provinces.forEach(province -> province.leave(lines));
  }

  private static void units(String province, List<Unit> rows, SummaryLines lines) {
    lines.tell(
        "check.units",
        province,
        rows.size(),
        count(rows, unit -> unit.eligibility() == Eligibility.QD32),
        count(rows, unit -> unit.eligibility() == Eligibility.QD37),
        count(rows, unit -> unit.eligibility() == Eligibility.NONE),
        count(rows, unit -> !unit.verified()),
        count(rows, Unit::synthetic));
  }

  /** Each code as it is today. */
  private Stream<Unit> today() {
    return directory.units().stream()
        .map(Unit::code)
        .distinct()
        .sorted()
        .flatMap(code -> directory.unit(code, today).stream());
  }

  /** Whether the unit ends soon. It does not if another row of its code follows. */
  private boolean closing(Unit unit) {
    LocalDate end = unit.validTo();
    return end != null
        && unit.openOn(today)
        && !end.isAfter(today.plusDays(SOON_DAYS))
        && directory
            .unit(unit.code(), end.plusDays(1))
            .filter(next -> next.openOn(end.plusDays(1)))
            .isEmpty();
  }

  private static void named(String key, Stream<Unit> ending, SummaryLines lines) {
    tell(
        key,
        ending
            .map(
                unit ->
                    unit.code()
                        + " "
                        + unit.validTo()
                        + (unit.successor() == null ? "" : " > " + unit.successor()))
            .toList(),
        lines);
  }

  private void successors(SummaryLines lines) {
    tell(
        "check.units.successors",
        directory.units().stream()
            .map(Unit::successor)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .map(code -> code + " < " + before(code))
            .toList(),
        lines);
  }

  private String before(String code) {
    return directory.predecessors(code).stream()
        .map(Unit::code)
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  private static void tell(String key, List<String> found, SummaryLines lines) {
    if (!found.isEmpty()) {
      String named = found.stream().limit(NAMED).collect(Collectors.joining(", "));
      String more = found.size() > NAMED ? ", +" + (found.size() - NAMED) : "";
      lines.tell(key, found.size(), named + more);
    }
  }

  public static long count(Collection<Unit> units, Predicate<Unit> which) {
    return units.stream().filter(which).count();
  }
}
