package vn.kt1.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.kt1.gateway.incident.Refund.Charge;

class RefundTest {

  @Test
  void a_lost_item_is_paid_back_four_times_and_a_late_one_once() {
    Charge charge = charge(50_000, 5_000);
    assertThat(Refund.of(IncidentKind.LOSS, false, charge))
        .isEqualTo(new Refund(new BigDecimal(220_000), true, List.of()));
    assertThat(Refund.of(IncidentKind.LATE, true, charge))
        .isEqualTo(new Refund(new BigDecimal(55_000), false, List.of()));
  }

  @Test
  void a_complaint_of_delay_about_an_item_in_time_pays_nothing_back() {
    assertThat(Refund.of(IncidentKind.LATE, false, charge(50_000, 5_000))).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentKind.class,
      mode = Mode.EXCLUDE,
      names = {"LOSS", "LATE"})
  void nothing_else_has_a_sum_that_the_law_names(IncidentKind kind) {
    assertThat(Refund.of(kind, true, charge(50_000, 5_000))).isNull();
  }

  @Test
  void what_could_not_be_priced_says_what_is_missing() {
    assertThat(Refund.of(IncidentKind.LOSS, false, new Charge(null, null, List.of("tariff"))))
        .isEqualTo(new Refund(null, true, List.of("tariff")));
    assertThat(Refund.of(IncidentKind.LOSS, false, null))
        .isEqualTo(new Refund(null, true, List.of("charge")));
  }

  @Property
  void a_loss_costs_at_least_four_charges_and_is_whole_dong(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long amount,
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long vat) {
    BigDecimal lost = Refund.of(IncidentKind.LOSS, true, charge(amount, vat)).amount();
    BigDecimal late = Refund.of(IncidentKind.LATE, true, charge(amount, vat)).amount();
    assertThat(lost).isEqualByComparingTo(late.multiply(BigDecimal.valueOf(4)));
    assertThat(late.longValueExact()).isEqualTo(amount + vat);
  }

  private static Charge charge(long amount, long vat) {
    return new Charge(BigDecimal.valueOf(amount), BigDecimal.valueOf(vat), List.of());
  }
}
