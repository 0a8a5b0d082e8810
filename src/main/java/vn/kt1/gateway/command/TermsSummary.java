package vn.kt1.gateway.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Zones;
import vn.kt1.gateway.tariff.Ceilings;

/** The summary of prices, transit times and contracts: what holds today, and what is blank. */
final class TermsSummary {

  /** If there are more, only their number is told. */
  private static final int NAMED = 20;

  private final Directory directory;
  private final LocalDate today;

  TermsSummary(Directory directory, LocalDate today) {
    this.directory = directory;
    this.today = today;
  }

  void say(SummaryLines lines) {
    directory.terms().prices().stream()
        .sorted(Comparator.comparing(PriceTable::validFrom))
        .forEach(table -> prices(table, lines));
    directory.terms().transitTables().stream()
        .sorted(Comparator.comparing(TransitTable::validFrom))
        .forEach(table -> transit(table, lines));
    lines.leave(directory.terms().zones(today).isEmpty(), "check.todo.zones");
    directory.terms().zones(today).map(Zones::id).ifPresent(id -> lines.tell("check.zones", id));
    lines.leave(directory.terms().transitTable(today).isEmpty(), "check.todo.transit");
    lines.leave(
        directory.terms().calendar(today.getYear()).isEmpty(),
        "check.todo.calendar",
        today.getYear());
    directory.provinces().stream()
        .sorted(Comparator.comparing(Province::id))
        .forEach(province -> province(province, lines));
  }

  private void prices(PriceTable table, SummaryLines lines) {
    LocalDate last = table.validTo();
    lines.tell(
        "check.tariff",
        table.id(),
        table.validFrom(),
        last == null ? "…" : last,
        table.source(),
        table.verified());
    List<String> above = Ceilings.above(table);
    lines.leave(!above.isEmpty(), "check.todo.ceiling", table.id(), String.join("; ", above));
  }

  private static void transit(TransitTable table, SummaryLines lines) {
    lines.tell(
        table.superseded() ? "check.transit.superseded" : "check.transit",
        table.id(),
        table.validFrom(),
        table.source(),
        table.verified());
  }

  private void province(Province province, SummaryLines lines) {
    String id = province.id();
    lines.leave(directory.terms().prices(id, today).isEmpty(), "check.todo.tariff", id);
    lines.leave(province.policeMail() == null, "check.todo.police-mail", id);
    List<String> units =
        directory.units().stream()
            .filter(unit -> unit.province().equals(id) && unit.openOn(today))
            .map(Unit::code)
            .distinct()
            .sorted()
            .toList();
    blank(lines, id, "payer", units, unit -> payer(unit) == Payer.UNKNOWN);
    blank(
        lines,
        id,
        "contract",
        units,
        unit -> payer(unit) == Payer.PAYS && contract(unit).anyMatch(one -> one.number() == null));
    blank(
        lines,
        id,
        "after-hours",
        units,
        unit -> contract(unit).allMatch(one -> one.afterHours() == null));
    blank(lines, id, "mailbox", units, unit -> directory.unitMail(unit, today).isEmpty());
  }

  private Payer payer(String unit) {
    return contract(unit).map(Contract::payer).findFirst().orElse(Payer.UNKNOWN);
  }

  private Stream<Contract> contract(String unit) {
    return directory.terms().contract(unit, today).stream();
  }

  private static void blank(
      SummaryLines lines,
      String province,
      String what,
      List<String> units,
      Predicate<String> blank) {
    List<String> found = units.stream().filter(blank).toList();
    String named = found.stream().limit(NAMED).collect(Collectors.joining(", "));
    String more = found.size() > NAMED ? ", +" + (found.size() - NAMED) : "";
    lines.leave(
        !found.isEmpty(), "check.todo." + what, province, found.size(), units.size(), named + more);
  }
}
