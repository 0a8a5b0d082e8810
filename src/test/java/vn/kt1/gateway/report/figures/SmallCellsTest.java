package vn.kt1.gateway.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What small cells never give away, whatever was counted. */
class SmallCellsTest {

  private static final Figure VOLUME = Figures.ALL.get(0);

  @Property
  void totals_stay_in_every_group(
      @ForAll("tallies") List<FigureCell> tallies, @ForAll @IntRange(min = 2, max = 9) int least) {
    Counted whole = Counted.of(VOLUME, tallies);
    Counted merged = SmallCells.merge(whole, Dimension.SECRECY, least).figure();
    assertThat(merged.total()).isEqualTo(whole.total());
    assertThat(sums(merged)).isEqualTo(sums(whole));
  }

  @Property
  void no_cell_of_a_degree_is_small_and_none_stands_beside_one_for_all(
      @ForAll("tallies") List<FigureCell> tallies, @ForAll @IntRange(min = 2, max = 9) int least) {
    Counted merged =
        SmallCells.merge(Counted.of(VOLUME, tallies), Dimension.SECRECY, least).figure();
    Map<Map<Dimension, String>, List<FigureCell>> groups =
        merged.cells().stream().collect(Collectors.groupingBy(SmallCellsTest::group));
    for (List<FigureCell> group : groups.values()) {
      if (group.stream().anyMatch(SmallCellsTest::forAll)) {
        // Nothing is left to take from the sum of the group.
        assertThat(group).hasSize(1);
      } else {
        assertThat(group).allMatch(cell -> cell.value() >= least);
      }
    }
  }

  @Property
  void with_all_merged_no_cell_tells_a_degree_and_the_sum_is_the_same(
      @ForAll("tallies") List<FigureCell> tallies) {
    Counted whole = Counted.of(VOLUME, tallies);
    Counted merged = SmallCells.mergeAll(whole).figure();
    assertThat(merged.cells()).allMatch(SmallCellsTest::forAll);
    assertThat(merged.total()).isEqualTo(whole.total());
  }

  @Property
  void a_group_without_small_cells_is_shown_as_it_is(
      @ForAll("tallies") List<FigureCell> tallies, @ForAll @IntRange(min = 2, max = 9) int least) {
    Counted whole = Counted.of(VOLUME, tallies);
    SmallCells.Merged merged = SmallCells.merge(whole, Dimension.SECRECY, least);
    assertThat(merged.cells())
        .isEqualTo((int) merged.figure().cells().stream().filter(SmallCellsTest::forAll).count());
    List<Map<Dimension, String>> mergedGroups =
        merged.figure().cells().stream()
            .filter(SmallCellsTest::forAll)
            .map(SmallCellsTest::group)
            .toList();
    assertThat(values(merged.figure(), mergedGroups)).isEqualTo(values(whole, mergedGroups));
  }

  @Property
  void cells_are_numbered_from_one_and_come_in_the_same_order_however_they_were_read(
      @ForAll("tallies") List<FigureCell> tallies) {
    Counted one = Counted.of(VOLUME, tallies);
    List<FigureCell> reversed = new java.util.ArrayList<>(tallies);
    java.util.Collections.reverse(reversed);
    assertThat(Counted.of(VOLUME, reversed)).isEqualTo(one);
    for (int i = 0; i < one.cells().size(); i++) {
      assertThat(one.cells().get(i).n()).isEqualTo(i + 1);
    }
  }

  /** Nothing that can be read asks for figures by degree. */
  @Property
  void what_is_mailed_tells_no_degree_no_urgency_and_no_small_month(
      @ForAll("tallies") List<FigureCell> tallies, @ForAll @IntRange(min = 2, max = 9) int least) {
    Counted whole = Counted.of(VOLUME, tallies);
    Counted mailed = SmallCells.mailed(whole, least).figure();
    assertThat(mailed.total()).isEqualTo(whole.total());
    for (FigureCell cell : mailed.cells()) {
      assertThat(forAll(cell)).isTrue();
      assertThat(cell.dims()).containsEntry(Dimension.URGENCY, SmallCells.ALL);
      boolean allMonths = SmallCells.ALL.equals(cell.dims().get(Dimension.MONTH));
      assertThat(allMonths || cell.value() >= least).isTrue();
    }
  }

  @Provide
  Arbitrary<List<FigureCell>> tallies() {
    return Combinators.combine(
            Arbitraries.of("NONE", "CONFIDENTIAL", "SECRET", "TOP_SECRET"),
            Arbitraries.of("NORMAL", "EXPRESS"),
            Arbitraries.of("KT1", "HAND"),
            Arbitraries.of("2026-01", "2026-02"),
            Arbitraries.of("H24.16", "H24.31"),
            Arbitraries.longs().between(1, 12))
        .as(
            (secrecy, urgency, network, month, unit, count) ->
                new FigureCell(
                    0,
                    Map.of(
                        Dimension.SECRECY, secrecy,
                        Dimension.URGENCY, urgency,
                        Dimension.NETWORK, network,
                        Dimension.MONTH, month,
                        Dimension.UNIT, unit),
                    count,
                    false))
        .list()
        .ofMaxSize(30);
  }

  private static boolean forAll(FigureCell cell) {
    return SmallCells.ALL.equals(cell.dims().get(Dimension.SECRECY));
  }

  private static Map<Dimension, String> group(FigureCell cell) {
    Map<Dimension, String> dims = new EnumMap<>(cell.dims());
    dims.remove(Dimension.SECRECY);
    return dims;
  }

  private static Map<Map<Dimension, String>, Long> sums(Counted figure) {
    return figure.cells().stream()
        .collect(
            Collectors.groupingBy(
                SmallCellsTest::group, Collectors.summingLong(FigureCell::value)));
  }

  private static Map<Map<Dimension, String>, Long> values(
      Counted figure, List<Map<Dimension, String>> without) {
    return figure.cells().stream()
        .filter(cell -> !without.contains(group(cell)))
        .collect(Collectors.toMap(FigureCell::dims, FigureCell::value));
  }
}
