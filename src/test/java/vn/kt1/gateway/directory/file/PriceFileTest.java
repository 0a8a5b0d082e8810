package vn.kt1.gateway.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Zone;

/** What may stand in {@code config/tariffs/<table>.yaml}, and what is told where it may not. */
class PriceFileTest {

  private static final String GOOD =
      """
      name: Bảng giá
      from: 2026-01-01
      to: 2026-06-30
      source: SYNTHETIC
      verified: false
      vatPercent: 8
      provinces: [hai-phong]
      steps: [50, 100]
      further: 250
      most: 2000
      zones:
        WITHIN_PROVINCE: {prices: [10000, 12000], further: 1500}
      surcharges: {A: 1000, EXPRESS: 2000}
      """;

  @TempDir private Path folder;

  @Test
  void reads_what_it_says() throws IOException {
    List<Fault> faults = new ArrayList<>();
    PriceTable table = PriceFile.read(file("one.yaml", GOOD), faults);
    assertThat(faults).isEmpty();
    assertThat(table.price(Zone.WITHIN_PROVINCE, 101)).contains(13_500L);
    assertThat(table.price(Zone.WITHIN_CITY, 101)).isEmpty();
    assertThat(table.surcharges()).containsEntry("A", 1000L).doesNotContainKey("TIMED");
    assertThat(table.holdsFor("quang-ngai")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vatPercent: 8     |                       | 1  | vatPercent is missing",
        "vatPercent: 8     | vatPercent: 8%        | 6  | no rate of VAT",
        "to: 2026-06-30    | to: 2025-06-30        | 3  | to is before from",
        "[10000, 12000]    | [10000, -1]           | 12 | is no price",
        "[10000, 12000]    | [10000, 1.200]        | 12 | is no price",
        "[10000, 12000]    | [10000]               | 12 | 1 prices for 2 steps",
        "[10000, 12000]    | [10000, 9000]         | 12 | costs less",
        "[50, 100]         | [100, 50]             | 8  | do not rise",
        "further: 250      | further: 0            | 9  | no weight",
        "most: 2000        | most: 60              | 10 | below the last step",
        "WITHIN_PROVINCE:  | WITHIN_PROVINS:       | 12 | is no zone",
        "EXPRESS: 2000     | EXPRES: 2000          | 13 | nothing a surcharge",
        "EXPRESS: 2000     | EXPRESS_TIMED: 2000   | 13 | nothing a surcharge",
        "verified: false   | verified: true        | 5  | SYNTHETIC",
        "[hai-phong]       | [Hải Phòng]           | 7  | no id of a province"
      })
  void tells_what_is_wrong_and_on_which_line(String from, String to, int line, String wrong)
      throws IOException {
    List<Fault> faults = new ArrayList<>();
    PriceFile.read(file("one.yaml", GOOD.replace(from, to == null ? "" : to)), faults);
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.toString()).contains(wrong);
              assertThat(fault.line()).isEqualTo(line);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-06-30 | overlaps one",
        "2026-07-02 | nothing holds between one and this table",
        "2026-07-01 | -"
      })
  void tables_of_a_province_follow_each_other(String from, String wrong) throws IOException {
    List<Fault> faults = new ArrayList<>();
    PriceTable one = PriceFile.read(file("one.yaml", GOOD), faults);
    String later =
        GOOD.replace("from: 2026-01-01", "from: " + from).replace("to: 2026-06-30\n", "");
    PriceTable two = PriceFile.read(file("two.yaml", later), faults);
    PriceFile.checkTogether(List.of(one, two), List.of("hai-phong", "quang-ngai"), folder, faults);
    if (wrong == null) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults)
          .singleElement()
          .satisfies(
              fault -> {
                assertThat(fault.toString()).contains(wrong);
                assertThat(fault.file()).endsWith("two.yaml");
                assertThat(fault.line()).isEqualTo(2);
              });
    }
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
