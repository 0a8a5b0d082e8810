package vn.kt1.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.statement.Statement.Deduction;
import vn.kt1.gateway.statement.Statement.Sum;
import vn.kt1.gateway.statement.Statement.VatSum;
import vn.kt1.gateway.statement.StatementRow.Price;

class StatementTest {

  @Test
  void both_rates_of_a_month_stand_apart() {
    Statement statement = Statement.of(Months.ROWS);
    // 13,636 + 52,273 + 115,909 at 8 %: 1,091 + 4,182 + 9,273; 15,000 at 10 %: 1,500.
    assertThat(statement.vats())
        .containsExactly(
            new VatSum(new BigDecimal("8"), 3, 181_818, 14_546, 14_545),
            new VatSum(BigDecimal.TEN, 1, 15_000, 1_500, 1_500));
    assertThat(statement.total()).isEqualTo(new Sum("", 4, 196_818, 16_046));
    assertThat(statement.total().total()).isEqualTo(212_864);
  }

  @Test
  void vat_of_the_rows_counts_and_what_rounding_makes_of_it_is_shown() {
    List<StatementRow> rows = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      rows.add(row("S-" + n, "KT1", "WITHIN_CITY", price(106, "8", 8), false, false)); // 8.48
    }
    VatSum vat = Statement.of(rows).vats().get(0);
    assertThat(vat.vat()).isEqualTo(80);
    assertThat(vat.vatOfSum()).isEqualTo(85); // 84.8
    assertThat(vat.difference()).isEqualTo(-5);
  }

  @Test
  void what_the_post_owes_back_is_proposed_and_subtracted_from_nothing() {
    Statement statement =
        Statement.of(
            List.of(
                row("S-1", "KT1", "WITHIN_CITY", price(10_000, "8", 800), true, true),
                row("S-2", "KT1", "WITHIN_CITY", price(20_000, "8", 1_600), false, true),
                row("S-3", "KT1", "WITHIN_CITY", null, true, false)));
    assertThat(statement.deductions())
        .containsExactly(
            new Deduction("S-1", Deduction.Reason.LOSS, 10_800L, 43_200L),
            new Deduction("S-2", Deduction.Reason.LATE, 21_600L, 21_600L),
            new Deduction("S-3", Deduction.Reason.LOSS, null, null));
    assertThat(statement.proposed()).isEqualTo(64_800);
    assertThat(statement.total().total()).isEqualTo(32_400);
  }

  @Test
  void a_row_without_a_price_is_counted_apart_with_what_is_missing() {
    Statement statement =
        Statement.of(
            List.of(
                row("S-1", "KT1", null, null, false, false),
                row("S-2", "KT1", null, price(1, "8", 0), false, false)));
    assertThat(statement.unpriced()).isOne();
    assertThat(statement.missing()).containsExactly(java.util.Map.entry("tariff", 1));
    assertThat(statement.zones())
        .extracting(Sum::key, Sum::items)
        .containsExactly(tuple(Statement.NO_ZONE, 1));
  }

  @Test
  void a_row_is_priced_or_lacks_something_and_no_price_is_below_zero() {
    assertThatIllegalArgumentException().isThrownBy(() -> price(-1, "8", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> price(1, "8", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> price(1, "-8", 0));
  }

  @Property(tries = 200)
  void sums_by_service_by_zone_and_by_rate_are_each_the_whole(
      @ForAll("months") List<StatementRow> rows) {
    Statement statement = Statement.of(rows);
    long amount = 0;
    long vat = 0;
    for (StatementRow row : rows) {
      amount += row.price() == null ? 0 : row.price().amount();
      vat += row.price() == null ? 0 : row.price().vat();
    }
    assertThat(statement.total()).extracting(Sum::amount, Sum::vat).containsExactly(amount, vat);
    for (List<Sum> sums : List.of(statement.services(), statement.zones())) {
      assertThat(sums.stream().mapToLong(Sum::amount).sum()).isEqualTo(amount);
      assertThat(sums.stream().mapToLong(Sum::vat).sum()).isEqualTo(vat);
      assertThat(sums.stream().mapToInt(Sum::items).sum()).isEqualTo(statement.total().items());
    }
    assertThat(statement.vats().stream().mapToLong(VatSum::amount).sum()).isEqualTo(amount);
    assertThat(statement.vats().stream().mapToLong(VatSum::vat).sum()).isEqualTo(vat);
    assertThat(statement.unpriced() + statement.total().items()).isEqualTo(rows.size());
  }

  @Property(tries = 200)
  void nothing_is_below_zero_and_rounding_is_less_than_a_dong_a_row(
      @ForAll("months") List<StatementRow> rows) {
    Statement statement = Statement.of(rows);
    assertThat(statement.total().amount()).isNotNegative();
    assertThat(statement.proposed()).isNotNegative();
    for (VatSum vat : statement.vats()) {
      assertThat(vat.vatOfSum()).isNotNegative();
      assertThat(Math.abs(vat.difference())).isLessThanOrEqualTo(vat.items());
    }
  }

  @Property(tries = 50)
  void the_order_of_the_rows_changes_nothing(@ForAll("months") List<StatementRow> rows) {
    List<StatementRow> mixed = new ArrayList<>(rows);
    Collections.shuffle(mixed, new Random(7));
    assertThat(Statement.of(mixed)).isEqualTo(Statement.of(rows));
  }

  @Provide
  Arbitrary<List<StatementRow>> months() {
    Arbitrary<Price> prices =
        Combinators.combine(
                Arbitraries.longs().between(0, 9_999_999), Arbitraries.of("8", "8.0", "10"))
            .as(StatementTest::rounded);
    Arbitrary<StatementRow> row =
        Combinators.combine(
                Arbitraries.of("KT1", "KT1_A", "KT1_C_EXPRESS"),
                Arbitraries.of("WITHIN_CITY", "BETWEEN_PROVINCES").injectNull(0.2),
                prices.injectNull(0.2),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as((service, zone, price, loss, late) -> row("?", service, zone, price, loss, late));
    return row.list()
        .ofMaxSize(30)
        .map(
            all -> {
              List<StatementRow> named = new ArrayList<>();
              for (int n = 0; n < all.size(); n++) {
                StatementRow one = all.get(n);
                named.add(
                    row("S-" + n, one.service(), one.zone(), one.price(), one.loss(), one.late()));
              }
              return named;
            });
  }

  private static Price rounded(long amount, String percent) {
    BigDecimal vat =
        BigDecimal.valueOf(amount)
            .multiply(new BigDecimal(percent))
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP);
    return price(amount, percent, vat.longValueExact());
  }

  static Price price(long amount, String percent, long vat) {
    return new Price(amount, new BigDecimal(percent), vat, "sandbox-2026", "a".repeat(64));
  }

  private static StatementRow row(
      String id, String service, String zone, Price price, boolean loss, boolean late) {
    return new StatementRow(
        id,
        null,
        Instant.parse("2026-11-03T02:00:00Z"),
        service,
        zone,
        null,
        List.of(),
        price,
        price == null ? List.of("tariff") : List.of(),
        loss,
        late);
  }
}
