package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What units, post and Department have agreed or are bound to, as dated data of {@code config/}.
 */
public record Terms(
    List<Contract> contracts,
    List<Zones> zones,
    List<PriceTable> prices,
    List<TransitTable> transitTables,
    List<WorkCalendar> calendars) {

  public static final Terms NONE = new Terms(List.of(), List.of());

  /** Without tables. */
  public Terms(List<Contract> contracts, List<Zones> zones) {
    this(contracts, zones, List.of(), List.of(), List.of());
  }

  public Terms {
    contracts = List.copyOf(contracts);
    zones = List.copyOf(zones);
    prices = List.copyOf(prices);
    transitTables = List.copyOf(transitTables);
    calendars = List.copyOf(calendars);
  }

  public Optional<PriceTable> prices(String province, LocalDate on) {
    return prices.stream()
        .filter(table -> table.holdsFor(province) && table.inForceOn(on))
        .findFirst();
  }

  public Optional<Contract> contract(String unit, LocalDate on) {
    return contracts.stream()
        .filter(contract -> contract.unit().equals(unit) && contract.inForceOn(on))
        .findFirst();
  }

  /** The transit times in force on that day; none by which nothing is due any more. */
  public Optional<TransitTable> transitTable(LocalDate on) {
    return transitTables.stream().filter(one -> one.inForceOn(on)).findFirst();
  }

  public Optional<WorkCalendar> calendar(int year) {
    return calendars.stream().filter(one -> one.year() == year).findFirst();
  }

  public Optional<Zones> zones(LocalDate on) {
    return zones.stream().filter(one -> one.inForceOn(on)).findFirst();
  }

  /** Empty where one of them is unknown, or nobody has said where provinces lie on that day. */
  public Optional<Zone> zone(@Nullable Unit sender, @Nullable Unit recipient, LocalDate on) {
    return sender == null || recipient == null
        ? Optional.empty()
        : zones(on).map(lie -> lie.between(sender, recipient));
  }
}
