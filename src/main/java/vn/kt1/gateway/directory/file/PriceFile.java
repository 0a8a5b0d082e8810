package vn.kt1.gateway.directory.file;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.gateway.directory.file.DatedTables.Dated;

/** The keys of {@code tariffs/<table>.yaml}: prices in whole dong without VAT. */
public record PriceFile(
    YamlBlock block,
    @Key(needed = true) String name,
    @Key(needed = true) LocalDate from,
    @Key(empty = true) @Nullable LocalDate to,
    List<Scalar> provinces,
    @Key(needed = true) Scalar vatPercent,
    @Key(needed = true) List<Scalar> steps,
    @Key(needed = true) int further,
    @Key(needed = true) int most,
    @Key(needed = true) Map<Scalar, Row> zones,
    Map<Scalar, Scalar> surcharges,
    @Key(needed = true) String source,
    @Key(needed = true) boolean verified) {

  private static final List<String> ZONES = Arrays.stream(Zone.values()).map(Enum::name).toList();

  /** No circular has a price for express and timed at once. */
  private static final List<String> SURCHARGES = List.of("A", "B", "C", "EXPRESS", "TIMED");

  private static final String PRICE = "whole dong without VAT, such as 12500";

  /** The prices of one zone. */
  record Row(
      YamlBlock block,
      @Key(needed = true) List<Scalar> prices,
      @Key(needed = true) Scalar further) {}

  /** Null where a fault was told. */
  public static @Nullable PriceTable read(Path file, List<Fault> faults) {
    int before = faults.size();
    PriceFile read = YamlFile.read(file, PriceFile.class, faults);
    PriceTable table = read == null ? null : read.table(YamlFile.stem(file));
    return faults.size() == before ? table : null;
  }

  /** Two tables of one province may not hold on one day, and none may be missing between two. */
  public static void checkTogether(
      List<PriceTable> tables, List<String> served, Path folder, List<Fault> faults) {
    Set<Fault> told = new LinkedHashSet<>();
    for (String province : served) {
      List<Fault> ofProvince = new ArrayList<>();
      DatedTables.check(
          tables.stream()
              .filter(table -> table.holdsFor(province))
              .map(table -> new Dated(table.id(), table.validFrom(), table.validTo()))
              .toList(),
          folder,
          ofProvince);
      told.addAll(ofProvince);
    }
    faults.addAll(told);
  }

  private @Nullable PriceTable table(String id) {
    if (block.broken()) {
      return null;
    }
    checkId(id);
    checkDates();
    List<Integer> grams = readGrams();
    Map<Zone, PriceTable.Prices> prices = prices(grams.size());
    Map<String, Long> more = readSurcharges();
    if (verified && Unit.synthetic(source)) {
      block.fault("verified", "a SYNTHETIC table is verified", "verified: false");
    }
    return new PriceTable(
        id,
        name,
        from,
        to,
        new LinkedHashSet<>(provinces.stream().map(Scalar::text).toList()),
        vat(),
        grams,
        further,
        most,
        prices,
        more,
        source,
        verified);
  }

  private void checkId(String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      String wrong = "the name of the file is no id of a table";
      block.fault(block.line(), wrong, "small letters, digits and -, such as hai-phong-2026.yaml");
    }
  }

  private void checkDates() {
    if (to != null && to.isBefore(from)) {
      block.fault("to", "to is before from", "the last day on which the table holds");
    }
    for (Scalar province : provinces) {
      if (!UnitCells.province(province.text())) {
        block.fault(province, "is no id of a province", "such as hai-phong");
      }
    }
  }

  private BigDecimal vat() {
    if (!vatPercent.text().matches("[0-9]{1,2}(\\.[0-9]{1,2})?")) {
      block.fault(
          vatPercent.line(),
          "vatPercent is no rate of VAT",
          "8 or 10, as the law says on these days");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(vatPercent.text());
  }

  private List<Integer> readGrams() {
    List<Integer> grams = new ArrayList<>();
    int before = 0;
    for (Scalar step : steps) {
      int here = step.text().matches("[0-9]{1,6}") ? Integer.parseInt(step.text()) : 0;
      if (here <= before) {
        block.fault(step.line(), "steps do not rise", "grams that rise, such as [50, 100, 250]");
      }
      before = Math.max(here, before);
      grams.add(here);
    }
    if (further < 1) {
      block.fault("further", "further is no weight", "grams, such as 250");
    }
    if (most < before) {
      block.fault("most", "most is below the last step", "the heaviest item in grams");
    }
    return grams;
  }

  private Map<Zone, PriceTable.Prices> prices(int steps) {
    Map<Zone, PriceTable.Prices> prices = new EnumMap<>(Zone.class);
    zones.forEach(
        (zone, row) -> {
          if (block.isOneOf(ZONES, zone, "is no zone")) {
            prices.put(Zone.valueOf(zone.text()), prices(zone, row, steps));
          }
        });
    return prices;
  }

  private PriceTable.Prices prices(Scalar zone, Row row, int steps) {
    if (row.prices().size() != steps) {
      block.fault(
          zone.line(),
          zone.text() + " has " + row.prices().size() + " prices for " + steps + " steps",
          "one price a step");
    }
    List<Long> prices = new ArrayList<>();
    long before = 0;
    for (Scalar price : row.prices()) {
      long here = price(price, "a price");
      if (here < before) {
        block.fault(price.line(), "a heavier item costs less", "prices that do not fall");
      }
      before = Math.max(here, before);
      prices.add(here);
    }
    return new PriceTable.Prices(prices, price(row.further(), "further"));
  }

  private Map<String, Long> readSurcharges() {
    Map<String, Long> all = new HashMap<>();
    surcharges.forEach(
        (part, price) -> {
          if (block.isOneOf(SURCHARGES, part, "is nothing a surcharge is paid for")) {
            all.put(part.text(), price(price, part.text()));
          }
        });
    return all;
  }

  private long price(Scalar written, String what) {
    if (!written.text().matches("[0-9]{1,12}")) {
      block.fault(written.line(), what + " is no price", PRICE);
      return 0;
    }
    return Long.parseLong(written.text());
  }
}
