package vn.kt1.gateway.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Zone;

/**
 * What an item costs, in whole dong: the price of its zone and weight, and the surcharge of its
 * mark and of its urgency (so TT 23/2017/TT-BTTTT adds each; that it adds both is inferred). VAT is
 * computed of the whole sum and rounded once, half up. A price that is missing is named and never
 * filled in: then there is no amount.
 */
public record Priced(
    Map<String, Long> parts,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal vat,
    List<String> missing) {

  private static final String BASE = "BASE";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * What the price depends on.
   *
   * @param service as ordered, such as {@code KT1_B_EXPRESS}
   * @param grams as the post has weighed it
   */
  public record Item(String service, @Nullable Zone zone, @Nullable Integer grams) {

    /** The mark and the urgency of the service; an item may have neither. */
    List<String> surcharges() {
      List<String> all = new ArrayList<>();
      String rest = service.replaceFirst("^KT1_?", "");
      if (rest.matches("[ABC](_.*)?")) {
        all.add(rest.substring(0, 1));
        rest = rest.replaceFirst("^[ABC]_?", "");
      }
      if (!rest.isEmpty()) {
        all.add(rest);
      }
      return all;
    }
  }

  /**
   * @param table null where none holds on the day of acceptance
   */
  public static Priced of(Item item, @Nullable PriceTable table) {
    Map<String, Long> parts = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    if (table == null) {
      missing.add("tariff");
    }
    if (item.zone() == null) {
      missing.add("zone");
    }
    if (item.grams() == null) {
      missing.add("weight");
    }
    if (table != null) {
      base(item, table, parts, missing);
      for (String part : item.surcharges()) {
        put(parts, missing, part, named(part), table.surcharges().get(part));
      }
    }
    return summed(parts, missing, table);
  }

  private static String named(String part) {
    return part.equals("EXPRESS_TIMED") ? "express-timed" : "surcharge-" + part;
  }

  private static void base(
      Item item, PriceTable table, Map<String, Long> parts, List<String> missing) {
    Zone zone = item.zone();
    Integer grams = item.grams();
    if (zone != null && grams != null) {
      put(parts, missing, BASE, "price", table.price(zone, grams).orElse(null));
    }
  }

  private static void put(
      Map<String, Long> parts,
      List<String> missing,
      String part,
      String named,
      @Nullable Long price) {
    if (price == null) {
      missing.add(named);
    } else {
      parts.put(part, price);
    }
  }

  private static Priced summed(
      Map<String, Long> parts, List<String> missing, @Nullable PriceTable table) {
    if (table == null || !missing.isEmpty()) {
      return new Priced(parts, null, null, missing);
    }
    BigDecimal amount =
        parts.values().stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal vat = amount.multiply(table.vatPercent()).divide(HUNDRED, 0, RoundingMode.HALF_UP);
    return new Priced(parts, amount, vat, missing);
  }
}
