package vn.kt1.gateway.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.PriceTable.Prices;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.gateway.tariff.Priced.Item;

/** Prices are those of a table made up for the test. */
class PricedTest {

  private static final List<String> SERVICES =
      List.of("KT1", "KT1_A", "KT1_B", "KT1_C", "KT1_EXPRESS", "KT1_B_EXPRESS", "KT1_C_TIMED");

  /** Worked out by hand: 25,000 + two begun pieces of 250 g at 5,000; B 35,000; express 38,000. */
  @Test
  void adds_zone_weight_mark_and_urgency() {
    Priced priced = Priced.of(new Item("KT1_B_EXPRESS", Zone.BETWEEN_PROVINCES, 501), table("10"));
    assertThat(priced.parts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("BASE", 35_000L, "B", 35_000L, "EXPRESS", 38_000L));
    assertThat(priced.amount()).isEqualTo(new BigDecimal(108_000));
    assertThat(priced.vat()).isEqualTo(new BigDecimal(10_800));
    assertThat(priced.missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50, 13000", "51, 18000", "100, 18000", "250, 25000", "251, 30000", "500, 30000"})
  void a_step_holds_up_to_its_last_gram(int grams, long price) {
    assertThat(Priced.of(new Item("KT1", Zone.BETWEEN_PROVINCES, grams), table("8")).amount())
        .isEqualTo(BigDecimal.valueOf(price));
  }

  @Test
  void vat_is_rounded_once_and_half_up() {
    // 13,000 · 2.5 % = 325; 18,000 + 17,000 = 35,000 · 0.01 % = 3.5.
    assertThat(Priced.of(new Item("KT1", Zone.BETWEEN_PROVINCES, 50), table("2.5")).vat())
        .isEqualTo(new BigDecimal(325));
    assertThat(Priced.of(new Item("KT1_TIMED", Zone.BETWEEN_PROVINCES, 100), table("0.01")).vat())
        .isEqualTo(new BigDecimal(4));
  }

  @Test
  void what_is_missing_is_named_and_never_filled_in() {
    assertThat(Priced.of(new Item("KT1_A_EXPRESS_TIMED", null, null), null).missing())
        .containsExactly("tariff", "zone", "weight");
    Priced timed =
        Priced.of(new Item("KT1_A_EXPRESS_TIMED", Zone.BETWEEN_PROVINCES, 50), table("10"));
    assertThat(timed.missing()).containsExactly("express-timed");
    assertThat(timed.amount()).isNull();
    assertThat(timed.vat()).isNull();
    assertThat(Priced.of(new Item("KT1", Zone.WITHIN_REGION, 50), table("10")).missing())
        .containsExactly("price");
    assertThat(Priced.of(new Item("KT1", Zone.BETWEEN_PROVINCES, 50_001), table("10")).missing())
        .containsExactly("price");
  }

  @Property
  void the_parts_are_the_whole_and_vat_is_its_share(
      @ForAll @IntRange(min = 1, max = 50_000) int grams,
      @ForAll @IntRange(min = 0, max = 6) int service,
      @ForAll @IntRange(min = 0, max = 2_000) int hundredths) {
    BigDecimal percent = BigDecimal.valueOf(hundredths, 2);
    Item item = new Item(SERVICES.get(service), Zone.BETWEEN_PROVINCES, grams);
    Priced priced = Priced.of(item, table(percent.toPlainString()));
    long sum = priced.parts().values().stream().mapToLong(Long::longValue).sum();
    assertThat(priced.amount()).isEqualTo(BigDecimal.valueOf(sum));
    assertThat(priced.parts().values()).allMatch(part -> part >= 0);
    BigDecimal exact = priced.amount().multiply(percent).movePointLeft(2);
    assertThat(priced.vat().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
    assertThat(priced.vat()).isEqualTo(exact.setScale(0, RoundingMode.HALF_UP));
  }

  @Property
  void a_heavier_item_never_costs_less(
      @ForAll @IntRange(min = 1, max = 49_999) int grams,
      @ForAll @IntRange(min = 0, max = 6) int service) {
    String name = SERVICES.get(service);
    BigDecimal lighter =
        Priced.of(new Item(name, Zone.BETWEEN_PROVINCES, grams), table("10")).amount();
    BigDecimal heavier =
        Priced.of(new Item(name, Zone.BETWEEN_PROVINCES, grams + 1), table("10")).amount();
    assertThat(heavier).isGreaterThanOrEqualTo(lighter);
  }

  @Test
  void a_table_above_what_the_law_allowed_is_told() {
    assertThat(Ceilings.above(table("10"))).isEmpty();
    PriceTable dear =
        new PriceTable(
            "dear",
            "dear",
            LocalDate.EPOCH,
            null,
            Set.of(),
            BigDecimal.TEN,
            List.of(250),
            250,
            2000,
            Map.of(Zone.BETWEEN_PROVINCES, new Prices(List.of(30_000L), 9_000)),
            Map.of("A", 48_637L),
            "SYNTHETIC",
            false);
    assertThat(Ceilings.above(dear))
        .containsExactlyInAnyOrder(
            "BETWEEN_PROVINCES 30000 > 27273",
            "BETWEEN_PROVINCES + 9000 > 6818",
            "A 48637 > 48636");
  }

  private static PriceTable table(String percent) {
    return new PriceTable(
        "made-up",
        "Bảng giá mẫu",
        LocalDate.parse("2026-01-01"),
        null,
        Set.of(),
        new BigDecimal(percent),
        List.of(50, 100, 250),
        250,
        50_000,
        Map.of(Zone.BETWEEN_PROVINCES, new Prices(List.of(13_000L, 18_000L, 25_000L), 5_000)),
        Map.of("A", 45_000L, "B", 35_000L, "C", 30_000L, "EXPRESS", 38_000L, "TIMED", 17_000L),
        "SYNTHETIC",
        false);
  }
}
