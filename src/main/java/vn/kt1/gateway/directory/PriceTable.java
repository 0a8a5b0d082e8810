package vn.kt1.gateway.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices of KT1 in whole dong without VAT, from one day to another (both inclusive, in Vietnam).
 *
 * @param provinces whose units pay them; empty: those of every province
 * @param steps up to how many grams each price of a zone goes
 * @param further beyond the last step each begun piece of so many grams costs more
 * @param most grams; a heavier item has no price
 * @param surcharges of a mark (A, B, C) and of an urgency (EXPRESS, TIMED)
 */
public record PriceTable(
    String id,
    String name,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Set<String> provinces,
    BigDecimal vatPercent,
    List<Integer> steps,
    int further,
    int most,
    Map<Zone, Prices> zones,
    Map<String, Long> surcharges,
    String source,
    boolean verified) {

  /** One price a step, and that of each further piece. */
  public record Prices(List<Long> steps, long further) {
    public Prices {
      steps = List.copyOf(steps);
    }
  }

  public PriceTable {
    provinces = Set.copyOf(provinces);
    steps = List.copyOf(steps);
    zones = Map.copyOf(zones);
    surcharges = Map.copyOf(surcharges);
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  public boolean holdsFor(String province) {
    return provinces.isEmpty() || provinces.contains(province);
  }

  /** Empty where the table has no such price. */
  public Optional<Long> price(Zone zone, int grams) {
    Prices prices = zones.get(zone);
    if (prices == null || grams > most) {
      return Optional.empty();
    }
    for (int i = 0; i < steps.size(); i++) {
      if (grams <= steps.get(i)) {
        return Optional.of(prices.steps().get(i));
      }
    }
    int beyond = grams - steps.get(steps.size() - 1);
    long pieces = (beyond + further - 1L) / further;
    return Optional.of(prices.steps().get(steps.size() - 1) + pieces * prices.further());
  }
}
