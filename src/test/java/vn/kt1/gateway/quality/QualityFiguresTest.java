package vn.kt1.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.quality.QualityFigures.State;
import vn.kt1.gateway.quality.QualityRow.Result;

class QualityFiguresTest {

  @Test
  void counts_each_shipment_under_one_result() {
    QualityFigures figures = QualityFigures.of(Months.one(), Months.AS_OF);
    assertThat(Arrays.stream(Result.values()).map(figures::of)).containsExactly(2, 2, 1, 1, 1);
    assertThat(figures.volume()).isEqualTo(7);
    assertThat(figures.returned()).isEqualTo(1);
    assertThat(figures.firstAttempt()).isEqualTo(4);
    assertThat(figures.incidents()).isEqualTo(2);
    assertThat(figures.missing()).isEqualTo(5);
    assertThat(figures.rate(2)).isEqualTo(new BigDecimal("28.6"));
  }

  @Test
  void nothing_has_no_rate() {
    assertThat(QualityFigures.of(List.of(), Months.AS_OF).rate(0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, MISSING",
    "3, 0, 0, MISSING",
    "3, 2, 0, PARTLY",
    "3, 3, 0, AGREED",
    "3, 2, 1, OBJECTED"
  })
  void one_objection_outweighs_all_agreement(int volume, int agreed, int objected, State state) {
    assertThat(QualityFigures.state(volume, agreed, objected)).isEqualTo(state);
  }

  @Property(tries = 300)
  void the_parts_are_the_volume(
      @ForAll("rows") List<QualityRow> rows, @ForAll("times") Instant asOf) {
    QualityFigures figures = QualityFigures.of(rows, asOf);
    assertThat(Arrays.stream(Result.values()).mapToInt(figures::of).sum()).isEqualTo(rows.size());
    assertThat(figures.agreed() + figures.objected() + figures.missing()).isEqualTo(rows.size());
    assertThat(figures.returned()).isBetween(0, rows.size());
    assertThat(figures.firstAttempt()).isBetween(0, rows.size());
    if (!rows.isEmpty()) {
      assertThat(Objects.requireNonNull(figures.rate(figures.of(Result.ON_TIME))))
          .isBetween(BigDecimal.ZERO, new BigDecimal("100.0"));
    }
  }

  @Property(tries = 300)
  void what_is_late_once_stays_late(
      @ForAll("row") QualityRow row,
      @ForAll("times") Instant asOf,
      @ForAll("times") Instant later) {
    if (row.result(asOf) == Result.LATE && later.isAfter(asOf)) {
      assertThat(row.result(later)).isEqualTo(Result.LATE);
    }
  }

  @Provide
  Arbitrary<List<QualityRow>> rows() {
    return row().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<QualityRow> row() {
    return Combinators.combine(
            times().injectNull(0.3),
            times().injectNull(0.3),
            Arbitraries.of("FORCE_MAJEURE", "SPECIAL_AREA").injectNull(0.7),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false).injectNull(0.4))
        .as(
            (due, attempted, excluded, returned, agreed) ->
                new QualityRow(
                    "ID",
                    null,
                    Instant.EPOCH,
                    due,
                    attempted,
                    excluded,
                    attempted,
                    attempted != null && !returned,
                    returned,
                    0,
                    agreed,
                    null));
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.integers()
        .between(0, 30)
        .map(day -> Months.AS_OF.minusSeconds(86400L * day));
  }
}
