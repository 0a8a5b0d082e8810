package vn.kt1.gateway.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.csv.CSVFormat;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;

/** Whatever somebody types into a list of units. */
class UnitListPropertiesTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  private static Path folder;

  private record Period(int code, LocalDate from, LocalDate to) {

    boolean meets(Period other) {
      return code == other.code && !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    String row() {
      return "H24.%d,,Tên,hai-phong,office,QD32,%s,%s,,,CV 1,false".formatted(code, from, to);
    }
  }

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("units");
  }

  @AfterContainer
  static void close() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  @Property(tries = 500)
  void any_cells_make_rows_or_faults_of_a_line_and_nothing_else(
      @ForAll("tables") List<List<String>> table) {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    UnitLists lists =
        read(List.of(table.stream().map(UnitListPropertiesTest::csv).toList()), faults);
    assertThat(lists.units().isEmpty() && faults.isEmpty()).isEqualTo(table.isEmpty());
    assertThat(faults)
        .allSatisfy(
            fault -> {
              assertThat(fault.line()).isPositive();
              assertThat(fault.wrong()).isNotBlank();
              assertThat(fault.write()).isNotBlank();
              assertThat(fault.toString().lines()).hasSize(1);
            });
  }

  @Property(tries = 300)
  void any_text_is_read_or_told(@ForAll String text) throws IOException {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), UnitList.HEADER + "\n" + text.replaceAll("\\p{Cs}", ""));
    UnitLists lists = new UnitLists(List.of(file), faults);
    assertThat(lists.units()).isEmpty();
  }

  @Property(tries = 500)
  void an_overlap_is_told_where_there_is_one_and_nowhere_else(
      @ForAll("periods") List<Period> one, @ForAll("periods") List<Period> other) {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    read(List.of(rows(one), rows(other)), faults);
    List<Period> all = new ArrayList<>(one);
    all.addAll(other);
    boolean overlap = false;
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        overlap |= all.get(i).meets(all.get(j));
      }
    }
    assertThat(faults).allMatch(fault -> fault.wrong().contains("overlaps that of "));
    assertThat(!faults.isEmpty()).isEqualTo(overlap);
  }

  @Property(tries = 300)
  void a_chain_of_successors_ends_whatever_it_is_like(
      @ForAll("chains") List<Integer> successors, @ForAll("days") LocalDate day) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < successors.size(); i++) {
      units.add(
          new Unit(
              "H24." + i,
              null,
              "Tên",
              "hai-phong",
              "other",
              Unit.Eligibility.QD32,
              START,
              START.plusDays(i),
              "H24." + successors.get(i),
              null,
              "CV 1",
              false));
    }
    Directory directory = new Directory(units, List.of(), List.of());
    for (Unit unit : units) {
      Unit found = directory.unit(unit.code(), day).orElseThrow();
      if (found.closedBefore(day) && found.successor() != null) {
        assertThat(directory.unit(found.successor(), day).orElseThrow().openOn(day)).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> chains() {
    return Arbitraries.integers().between(0, 8).list().ofMaxSize(7);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-2, 12).map(START::plusDays);
  }

  @Provide
  Arbitrary<List<Period>> periods() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 40);
    return Combinators.combine(Arbitraries.integers().between(1, 3), days, days)
        .as(
            (code, a, b) ->
                new Period(code, START.plusDays(Math.min(a, b)), START.plusDays(Math.max(a, b))))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cells =
        Arbitraries.oneOf(
            Arbitraries.of(
                "H24.16",
                "H24.31",
                "000.00.16.H24",
                "hai-phong",
                "QD32",
                "2025-01-01",
                "2024-02-30",
                "true",
                "false",
                "SYNTHETIC",
                "x",
                "\u202E",
                "a\nb",
                "\""),
            Arbitraries.strings().ofMaxLength(40).map(text -> text.replaceAll("\\p{Cs}", "")));
    return cells
        .list()
        .ofSize(12)
        .filter(row -> !row.stream().allMatch(String::isBlank))
        .list()
        .ofMaxSize(5);
  }

  private static List<String> rows(List<Period> periods) {
    return periods.stream().map(Period::row).toList();
  }

  private static String csv(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray());
  }

  private static UnitLists read(List<List<String>> files, List<BadConfiguration.Fault> faults) {
    try {
      List<Path> written = new ArrayList<>();
      for (List<String> rows : files) {
        String text = rows.stream().map(row -> row + "\n").collect(Collectors.joining());
        Path file = folder.resolve("list-" + written.size() + ".csv");
        written.add(Files.writeString(file, UnitList.HEADER + "\n" + text));
      }
      return new UnitLists(written, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }
}
