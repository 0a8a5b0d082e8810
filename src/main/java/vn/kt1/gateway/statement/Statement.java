package vn.kt1.gateway.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.statement.StatementRow.Price;

/**
 * A statement from its rows: sums by service, by zone and by rate of VAT, and what the post owes
 * back. Money is in whole dong, so every sum is exact. VAT is the sum of what was rounded row by
 * row; what the rate would give of the sum stands beside it.
 */
record Statement(
    List<StatementRow> rows,
    List<Sum> services,
    List<Sum> zones,
    List<VatSum> vats,
    Sum total,
    List<Deduction> deductions,
    Map<String, Integer> missing) {

  /** Rows without a zone are summed under this. */
  static final String NO_ZONE = "";

  /** Some rows together; {@code items} are those that have a price. */
  record Sum(String key, int items, long amount, long vat) {

    long total() {
      return Math.addExact(amount, vat);
    }

    static Sum of(String key, Collection<Price> prices) {
      return new Sum(
          key,
          prices.size(),
          prices.stream().mapToLong(Price::amount).reduce(0, Math::addExact),
          prices.stream().mapToLong(Price::vat).reduce(0, Math::addExact));
    }
  }

  /**
   * @param vat the sum of the rows' VAT, which counts
   * @param vatOfSum what the rate gives of the amount, rounded half up
   */
  record VatSum(BigDecimal percent, int items, long amount, long vat, long vatOfSum) {

    long difference() {
      return vat - vatOfSum;
    }
  }

  /**
   * Money the unit may ask back (NĐ 47/2011/NĐ-CP Đ.24–26, unverified). It is shown, and subtracted
   * from nothing. Null where the charge is not known.
   */
  record Deduction(
      String shipmentId, Reason reason, @Nullable Long charge, @Nullable Long proposed) {

    /** Why, and how many times the charge it is at least. A lost item is not late as well. */
    enum Reason {
      LOSS(4),
      LATE(1);

      final int times;

      Reason(int times) {
        this.times = times;
      }
    }
  }

  static Statement of(Collection<StatementRow> given) {
    List<StatementRow> rows =
        given.stream()
            .sorted(
                Comparator.comparing(StatementRow::acceptedAt)
                    .thenComparing(StatementRow::shipmentId))
            .toList();
    return new Statement(
        rows,
        sums(rows, StatementRow::service),
        sums(rows, row -> Objects.requireNonNullElse(row.zone(), NO_ZONE)),
        vats(rows),
        Sum.of("", rows.stream().flatMap(row -> price(row).stream()).toList()),
        deductions(rows),
        missing(rows));
  }

  int unpriced() {
    return rows.size() - total.items();
  }

  long proposed() {
    return deductions.stream()
        .map(Deduction::proposed)
        .filter(Objects::nonNull)
        .reduce(0L, Math::addExact);
  }

  private static List<Price> price(StatementRow row) {
    Price price = row.price();
    return price == null ? List.of() : List.of(price);
  }

  private static List<Sum> sums(List<StatementRow> rows, Function<StatementRow, String> by) {
    Map<String, List<Price>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    by,
                    TreeMap::new,
                    Collectors.flatMapping(row -> price(row).stream(), Collectors.toList())));
    return groups.entrySet().stream()
        .map(group -> Sum.of(group.getKey(), group.getValue()))
        .filter(sum -> sum.items() > 0)
        .toList();
  }

  private static List<VatSum> vats(List<StatementRow> rows) {
    Map<BigDecimal, List<Price>> rates =
        rows.stream()
            .flatMap(row -> price(row).stream())
            .collect(
                Collectors.groupingBy(
                    price -> plain(price.vatPercent()), TreeMap::new, Collectors.toList()));
    return rates.entrySet().stream().map(rate -> vat(rate.getKey(), rate.getValue())).toList();
  }

  /** 8.0 is 8, and 10 stays 10. */
  private static BigDecimal plain(BigDecimal percent) {
    return new BigDecimal(percent.stripTrailingZeros().toPlainString());
  }

  private static VatSum vat(BigDecimal percent, List<Price> prices) {
    Sum sum = Sum.of("", prices);
    long ofSum =
        percent
            .multiply(BigDecimal.valueOf(sum.amount()))
            .movePointLeft(2)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new VatSum(percent, sum.items(), sum.amount(), sum.vat(), ofSum);
  }

  /** Of what the unit pays, VAT included. */
  private static List<Deduction> deductions(List<StatementRow> rows) {
    List<Deduction> found = new ArrayList<>();
    for (StatementRow row : rows) {
      if (row.loss() || row.late()) {
        found.add(deduction(row, row.loss() ? Deduction.Reason.LOSS : Deduction.Reason.LATE));
      }
    }
    return List.copyOf(found);
  }

  private static Deduction deduction(StatementRow row, Deduction.Reason why) {
    Price price = row.price();
    return price == null
        ? new Deduction(row.shipmentId(), why, null, null)
        : new Deduction(
            row.shipmentId(),
            why,
            price.total(),
            Math.multiplyExact(price.total(), (long) why.times));
  }

  private static Map<String, Integer> missing(List<StatementRow> rows) {
    return rows.stream()
        .flatMap(row -> row.missing().stream())
        .collect(Collectors.toMap(word -> word, word -> 1, Integer::sum, TreeMap::new));
  }
}
