package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.report.figures.Span;

class EstimateTest {

  private static final Span YEAR =
      new Span(LocalDate.parse("2025-12-15"), LocalDate.parse("2026-12-14"));

  @Test
  void the_rest_of_the_year_goes_on_as_the_days_counted() {
    Estimate estimate = Estimate.of(YEAR, new Span(YEAR.from(), LocalDate.parse("2026-11-30")));
    assertThat(estimate).isEqualTo(new Estimate(351, 14));
    assertThat(estimate.rest(351)).isEqualTo(14);
    assertThat(estimate.rest(13)).as("0.518…").isEqualTo(1);
    assertThat(estimate.rest(12)).as("0.478…").isZero();
  }

  @Test
  void it_stands_apart_by_network_and_leaves_what_was_counted() {
    Counted volume =
        new Counted(
            "volume",
            "items",
            List.of(Dimension.NETWORK, Dimension.UNIT),
            List.of(cell(1, "KT1", "H24.16", 100), cell(2, "KT1", "H24.31", 100)));
    Counted beside = new Estimate(200, 100).beside(List.of(volume)).get(0);
    assertThat(beside.total()).isEqualTo(200);
    assertThat(beside.cells())
        .filteredOn(FigureCell::estimate)
        .singleElement()
        .satisfies(
            cell -> {
              assertThat(cell.value()).isEqualTo(100);
              assertThat(cell.dims())
                  .containsEntry(Dimension.NETWORK, "KT1")
                  .containsEntry(Dimension.UNIT, "ALL");
            });
  }

  @Test
  void a_year_that_is_over_has_none() {
    Counted volume =
        new Counted("volume", "items", List.of(Dimension.NETWORK), List.of(cell(1, "KT1", "x", 9)));
    assertThat(Estimate.of(YEAR, YEAR).beside(List.of(volume))).containsExactly(volume);
  }

  @Property
  void it_is_never_more_than_a_half_from_the_exact_number(
      @ForAll @IntRange(min = 0, max = 1_000_000) int value,
      @ForAll @IntRange(min = 1, max = 366) int counted,
      @ForAll @IntRange(min = 0, max = 366) int rest) {
    long estimated = new Estimate(counted, rest).rest(value);
    double exact = (double) value * rest / counted;
    assertThat(Math.abs(estimated - exact)).isLessThanOrEqualTo(0.5 + 1e-6);
  }

  private static FigureCell cell(int n, String network, String unit, long value) {
    return new FigureCell(
        n, Map.of(Dimension.NETWORK, network, Dimension.UNIT, unit), value, false);
  }
}
