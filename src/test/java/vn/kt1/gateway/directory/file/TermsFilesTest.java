package vn.kt1.gateway.directory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.directory.Contract.Told;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.testing.ConfigFolder;

/** What may stand in {@code config/contracts} and {@code config/zones}, and what is told if not. */
class TermsFilesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-30");
  private static final String CONTRACTS = "contracts/units.csv";
  private static final String ZONES = "zones/now.yaml";
  private static final String ROW =
      "H24.16,2026-01-01,,pays,HĐ 01,Thường trực,a@b.example,accepted failed,letter,false\n";
  private static final String LIE =
      """
      from: 2025-07-01
      source: letter
      verified: false
      regions: {east: [hai-phong, quang-ninh], middle: [quang-ngai]}
      innerCity: [H24.16, H24.31]
      special: [H24.88]
      """;

  @TempDir private Path empty;
  private ConfigFolder folder;

  @BeforeEach
  void write() throws IOException {
    folder = ConfigFolder.in(empty);
    folder.write(CONTRACTS, ContractLists.HEADER + "\n" + ROW);
    folder.write(ZONES, LIE);
  }

  @Test
  void a_unit_has_what_its_row_says() {
    Directory directory = DirectoryFolder.read(folder.path());
    assertThat(directory.terms().contract("H24.16", DAY))
        .hasValueSatisfying(
            contract -> {
              assertThat(contract.payer()).isEqualTo(Payer.PAYS);
              assertThat(contract.notices()).containsOnly(Told.ACCEPTED, Told.FAILED);
            });
    assertThat(directory.unitMail("H24.16", DAY)).contains("a@b.example");
    assertThat(directory.terms().contract("H24.16", LocalDate.parse("2025-12-31"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "H24.16, H24.31, WITHIN_CITY",
        "H24.16, H24.61, WITHIN_PROVINCE",
        "H24.16, H48.16, BETWEEN_PROVINCES",
        "H24.16, H99.99, -"
      })
  void zones_say_how_far_it_is(String from, String to, Zone zone) {
    assertThat(DirectoryFolder.read(folder.path()).zone(from, to, DAY).orElse(null))
        .isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H24.16,2026    | H99.99,2026     | in no list of units",
        "2026-01-01,,   | 2026-02-30,,    | valid_from is no date",
        "2026-01-01,,   | 2026-01-01,2025-01-01, | before valid_from",
        ",pays,         | ,paid,          | payer cannot be read",
        "a@b.example    | a b             | is not a plain mail",
        "accepted failed| sent            | notices cannot be read",
        "letter,false   | ,false          | source is blank",
        "letter,false   | SYNTHETIC,true  | SYNTHETIC row is verified",
        "letter,false   | letter,maybe    | neither true nor false",
        "letter,false   | letter          | the row has 9 cells"
      })
  void a_wrong_row_is_told_with_its_line(String from, String to, String wrong) throws IOException {
    folder.replace(CONTRACTS, from, to);
    told(CONTRACTS + ":2", wrong);
  }

  @Test
  void two_rows_of_a_unit_may_not_hold_on_one_day() throws IOException {
    folder.append(CONTRACTS, ROW.replace("2026-01-01", "2026-06-01").strip());
    told(CONTRACTS + ":3", "has a row for these days already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "middle: [quang-ngai] | middle: [hai-phong] | 4 | lies in east already",
        "middle: [quang-ngai] | '\"a\\nb\": [quang-ngai]' | 4 | cannot be printed",
        "[H24.16, H24.31]     | [H24.16, H24.16]    | 5 | stands here twice",
        "special: [H24.88]    | special: [H99.88]   | 6 | in no list of units",
        "from: 2025-07-01     | from: 2025-13-01    | 1 | is no day",
        "source: letter       | to: 2024-01-01      | 1 | source is missing",
        "verified: false      | verified: no        | 3 | none of its values"
      })
  void a_wrong_zone_is_told_with_its_line(String from, String to, int line, String wrong)
      throws IOException {
    folder.replace(ZONES, from, to);
    told(ZONES + ":" + line, wrong);
  }

  @Test
  void zones_follow_each_other() throws IOException {
    folder.write("zones/later.yaml", LIE.replace("2025-07-01", "2027-01-01"));
    told("zones/later.yaml:1", "overlaps now");
    folder.replace(ZONES, "from: 2025-07-01", "from: 2025-07-01\nto: 2026-12-30");
    told("zones/later.yaml:1", "nothing holds between now");
    folder.replace(ZONES, "2026-12-30", "2026-12-31");
    assertThat(DirectoryFolder.read(folder.path()).terms().zones()).hasSize(2);
  }

  private void told(String place, String wrong) {
    assertThatThrownBy(() -> DirectoryFolder.read(folder.path()))
        .isInstanceOfSatisfying(
            BadConfiguration.class,
            bad ->
                assertThat(bad.faults())
                    .anySatisfy(
                        fault -> assertThat(fault.toString()).contains(place).contains(wrong)));
  }
}
