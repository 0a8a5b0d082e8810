package vn.kt1.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.statement.InvoiceDifference.Kind;

class InvoiceComparisonTest {

  private static final StatementRow OURS = Months.ROWS.get(1); // 52,273 + 4,182, 230 g

  @Test
  void an_invoice_that_says_the_same_has_no_difference() {
    assertThat(kinds(line(OURS.shipmentId(), true, 230, 52_273, 4_182, 56_455L, 1, null)))
        .isEmpty();
  }

  @Test
  void each_difference_is_told() {
    assertThat(kinds(line(null, false, 230, 1, 0, null, 1, null)))
        .containsExactly(Kind.UNKNOWN_ITEM, Kind.NOT_INVOICED);
    assertThat(kinds(line("OTHER", false, 230, 1, 0, null, 1, null)))
        .containsExactly(Kind.OTHER_UNIT, Kind.NOT_INVOICED);
    assertThat(kinds(line("OLD", true, 230, 1, 0, null, 1, null)))
        .containsExactly(Kind.OTHER_MONTH, Kind.NOT_INVOICED);
    assertThat(kinds(line(OURS.shipmentId(), true, 231, 52_274, 4_183, 1L, 2, "S-9")))
        .containsExactly(
            Kind.OTHER_TOTAL,
            Kind.TWICE,
            Kind.OTHER_SHIPMENT,
            Kind.OTHER_WEIGHT,
            Kind.OTHER_AMOUNT,
            Kind.OTHER_VAT);
  }

  @Test
  void what_has_no_price_of_ours_cannot_be_compared() {
    StatementRow unpriced = Months.ROWS.get(4);
    InvoiceLine line = line(unpriced.shipmentId(), true, 90, 70_909, 5_673, null, 1, null);
    assertThat(InvoiceComparison.of(List.of(unpriced), List.of(line), List.of(), true))
        .extracting(InvoiceDifference::kind)
        .containsExactly(Kind.NOT_PRICED);
  }

  @Test
  void nothing_of_another_units_shipment_is_shown() {
    InvoiceLine line = line("OTHER", false, null, 1, 0, null, 1, null);
    assertThat(InvoiceComparison.of(List.of(), List.of(line), List.of(), true))
        .containsExactly(
            new InvoiceDifference(Kind.OTHER_UNIT, "HD-1", 1, "MA000000028VN", null, null, null));
  }

  @Test
  void without_a_list_nothing_is_missing_on_it() {
    assertThat(InvoiceComparison.of(Months.ROWS, List.of(), List.of(), false)).isEmpty();
  }

  @Property(tries = 100)
  void a_stated_sum_differs_where_it_is_not_that_of_the_rows(
      @ForAll @IntRange(max = 3) int amount,
      @ForAll @IntRange(max = 3) int vat,
      @ForAll @IntRange(max = 6) int total) {
    InvoiceSum sum = new InvoiceSum("HD-1", 9, amount, vat, (long) total, 1, 2);
    List<Kind> found =
        InvoiceComparison.of(List.of(), List.of(), List.of(sum), true).stream()
            .map(InvoiceDifference::kind)
            .toList();
    assertThat(found.contains(Kind.SUM_AMOUNT)).isEqualTo(amount != 1);
    assertThat(found.contains(Kind.SUM_VAT)).isEqualTo(vat != 2);
    assertThat(found.contains(Kind.SUM_TOTAL)).isEqualTo(total != 3);
  }

  private static List<Kind> kinds(InvoiceLine line) {
    return InvoiceComparison.of(List.of(OURS), List.of(line), List.of(), true).stream()
        .map(InvoiceDifference::kind)
        .toList();
  }

  private static InvoiceLine line(
      @Nullable String shipment,
      boolean own,
      @Nullable Integer grams,
      long amount,
      long vat,
      @Nullable Long total,
      int times,
      @Nullable String named) {
    return new InvoiceLine(
        "HD-1", 1, "MA000000028VN", named, grams, amount, vat, total, times, shipment, own);
  }
}
