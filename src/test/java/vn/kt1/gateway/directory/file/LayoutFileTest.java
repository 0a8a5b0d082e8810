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
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.shipment.ShipmentState;

/** What may stand in {@code config/post/<feed>.yaml}, and what is told where it may not. */
class LayoutFileTest {

  private static final String GOOD =
      """
      name: Một tệp
      origin: seen
      verified: false
      source: a-feed
      item: [CODE, Mã số]
      events:
        - codeIn: [STATUS]
          at: [DAY]
          hour: [Giờ]
      times: [yyyyMMdd, serial]
      day: START
      codes: {"5": DELIVERED, X-1: COD_SETTLED}
      """;

  @TempDir private Path folder;

  @Test
  void reads_what_it_says() throws IOException {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    Layout layout = LayoutFile.read(file(GOOD), faults);
    assertThat(faults).isEmpty();
    assertThat(layout.item()).containsExactly("code", "mã số");
    assertThat(layout.events().get(0).hour()).containsExactly("giờ");
    assertThat(layout.needed()).contains(List.of("giờ"));
    assertThat(layout.serials()).isTrue();
    assertThat(layout.patterns()).hasSize(1);
    assertThat(layout.codes().get("5").state()).isEqualTo(ShipmentState.DELIVERED);
    assertThat(layout.codes().get("X-1").state()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source: a-feed | source: gateway | 4 | gateway's own",
        "source: a-feed | source: A feed | 4 | no id",
        "source: a-feed | source: myvnp | 12 | the codes of this source",
        "DELIVERED | DELIVERD | 12 | no meaning",
        "DELIVERED | REGISTERED | 12 | no meaning",
        "DELIVERED | ORDER_REFUSED | 12 | no meaning",
        "day: START | day: NOON | 11 | none of its values",
        "verified: false | verified: perhaps | 3 | none of its values",
        "yyyyMMdd | qqq | 10 | makes no date",
        "item: [CODE, Mã số] | items: [CODE] | 5 | unknown key",
        "at: [DAY] | when: [DAY] | 8 | unknown key",
        "- codeIn: [STATUS] | - code: x y | 7 | code is none"
      })
  void a_fault_names_its_line(String good, String bad, int line, String wrong) throws IOException {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    assertThat(LayoutFile.read(file(GOOD.replace(good, bad)), faults)).isNull();
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.wrong()).contains(wrong);
              assertThat(fault.write()).isNotBlank();
            });
  }

  @Test
  void two_that_read_the_same_files_are_told() throws IOException {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    Layout one = LayoutFile.read(file(GOOD), faults);
    LayoutFile.checkTogether(List.of(one, one), folder, faults);
    assertThat(faults)
        .extracting(BadConfiguration.Fault::wrong)
        .containsExactly("another layout reads the same files");
  }

  @Test
  void those_that_are_shipped_are_whole() {
    assertThat(DirectoryFolder.read(Path.of("config")).layouts())
        .extracting(Layout::feed)
        .containsExactly("bf-sl", "dkcl-f4-1", "san-luong-chi-tiet");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.yaml"), text);
  }
}
