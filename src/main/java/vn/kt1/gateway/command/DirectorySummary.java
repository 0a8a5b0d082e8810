package vn.kt1.gateway.command;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.kt1.gateway.command.TlsSummary.Said;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Unit.Eligibility;

/** Of units and provinces: what was understood, and what ends soon. */
final class DirectorySummary {

  /** As with certificates: time enough to ask for the next list. */
  private static final int SOON_DAYS = 60;

  /** Of more, the number is enough. */
  private static final int NAMED = 20;

  private static final int SHORT = 12;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");

  private final Directory directory;
  private final LocalDate today;

  DirectorySummary(Directory directory, LocalDate today) {
    this.directory = directory;
    this.today = today;
  }

  List<Said> told() {
    List<Said> told = new ArrayList<>();
    told.add(new Said("check.directory", directory.version().substring(0, SHORT)));
    sorted(directory.provinces()).forEach(province -> told.add(settings(province)));
    byProvince(directory.units()).forEach((province, units) -> told.add(units(province, units)));
    named(told, "check.units.closed", unit -> unit.closedBefore(today));
    named(told, "check.units.closing", this::closing);
    successors(told);
    return told;
  }

  private static Said settings(Province province) {
    ReportDuty report = province.report();
    return new Said(
        "check.province",
        province.id(),
        province.ordinary() ? "KT1" : "PUBLIC_POST",
        province.expressTimed(),
        report == null
            ? "-"
            : DAY.format(report.dueBefore()) + " (" + DAY.format(report.mailOn()) + ")",
        urgency(province),
        province.departmentMail() != null,
        province.secretOfficerMail() != null);
  }

  private static String urgency(Province province) {
    return province.haste().isEmpty()
        ? "-"
        : province.haste().entrySet().stream()
            .map(one -> one.getKey() + " > " + one.getValue())
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static Said units(String province, List<Unit> units) {
    return new Said(
        "check.units",
        province,
        units.size(),
        count(units, unit -> unit.eligibility() == Eligibility.QD32),
        count(units, unit -> unit.eligibility() == Eligibility.QD37),
        count(units, unit -> unit.eligibility() == Eligibility.NONE),
        count(units, unit -> !unit.verified()),
        count(units, Unit::synthetic));
  }

  /** One whose code has a row of a later day goes on. */
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

  private void named(List<Said> told, String key, Predicate<Unit> which) {
    List<String> found =
        directory.units().stream()
            .map(Unit::code)
            .distinct()
            .sorted()
            .flatMap(code -> directory.unit(code, today).stream())
            .filter(which)
            .map(DirectorySummary::ending)
            .toList();
    tell(told, key, found);
  }

  private static String ending(Unit unit) {
    return unit.code()
        + " "
        + unit.validTo()
        + (unit.successor() == null ? "" : " > " + unit.successor());
  }

  private void successors(List<Said> told) {
    Map<String, List<String>> before = new TreeMap<>();
    for (Unit unit : directory.units()) {
      if (unit.successor() != null) {
        before.put(
            unit.successor(),
            directory.predecessors(unit.successor()).stream().map(Unit::code).distinct().toList());
      }
    }
    List<String> found =
        before.entrySet().stream()
            .map(one -> one.getKey() + " < " + String.join(" + ", one.getValue()))
            .toList();
    tell(told, "check.units.successors", found);
  }

  private static void tell(List<Said> told, String key, List<String> found) {
    if (!found.isEmpty()) {
      String more = found.size() > NAMED ? ", +" + (found.size() - NAMED) : "";
      told.add(
          new Said(
              key,
              found.size(),
              found.stream().limit(NAMED).collect(Collectors.joining(", ")) + more));
    }
  }

  static Map<String, List<Unit>> byProvince(Collection<Unit> units) {
    return units.stream()
        .collect(Collectors.groupingBy(Unit::province, TreeMap::new, Collectors.toList()));
  }

  static long count(Collection<Unit> units, Predicate<Unit> which) {
    return units.stream().filter(which).count();
  }

  static List<Province> sorted(Collection<Province> all) {
    return all.stream().sorted(Comparator.comparing(Province::id)).toList();
  }
}
