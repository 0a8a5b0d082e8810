package vn.kt1.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.DirectoryFolder;

class CheckConfigTest {

  private static final Path SHIPPED = Path.of("config");

  @TempDir Path folder;

  private record Answer(int exitCode, String output) {}

  @BeforeEach
  void copyWhatIsShipped() throws IOException {
    for (String file :
        new String[] {
          "units/sample-units.csv", "provinces/hai-phong.yaml", "provinces/quang-ngai.yaml"
        }) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(SHIPPED.resolve(file), folder.resolve(file));
    }
    Files.createDirectories(folder.resolve("partners"));
  }

  @Test
  void tells_what_it_understood_and_what_is_left_in_both_languages() throws IOException {
    partner("excel-register");
    Answer answer = check(folder);
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.output())
        .contains(
            "1 đối tác, 2 tỉnh, 14 cơ quan",
            "1 partners, 2 provinces, 14 units",
            "Đối tác excel-register",
            "Partner excel-register: 1 units (H24.61); hands over by REST, SFTP, mail",
            "MABI = envelope_id",
            "own words: secrecy: BINHTHUONG = NONE",
            "22/11/2026 21:34, 22/11/2026",
            "sender = H24.61",
            "hai-phong: no departmentMail",
            "hai-phong: 7 of 7 units are not verified",
            "excel-register: no .sha256 is required",
            "Orders lie readable on the server of the post");
  }

  @Test
  void tells_what_the_directory_holds_and_what_a_person_must_still_provide() throws IOException {
    String province = Files.readString(folder.resolve("provinces/hai-phong.yaml"));
    Files.writeString(
        folder.resolve("provinces/hai-phong.yaml"),
        province + "urgency: {VERY_URGENT: EXPRESS}\ndepartmentMail: d@hai-phong.example\n");
    Files.writeString(folder.resolve("provinces/da-nang.yaml"), province);
    Files.writeString(
        folder.resolve("units/more.csv"),
        Files.readAllLines(folder.resolve("units/sample-units.csv")).get(0)
            + "\nH24.77,,Tên,hai-phong,office,QD32,2025-07-01,"
            + LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(60)
            + ",H24.31,,CV 1/2025,true\n");
    Answer answer = check(folder);
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.output())
        .contains(
            "Directory, version " + DirectoryFolder.read(folder).version().substring(0, 12) + ".",
            "urgency without a KT1 class: VERY_URGENT > EXPRESS; yearly report before (mailed on):"
                + " 15/12 (10/12)",
            "Units of hai-phong: 8 rows; QD32 6, QD37 1, NONE 1; not verified 7, samples"
                + " (SYNTHETIC) 7.",
            "Units of hai-duong: 1 rows;",
            "Closed (1): H23.05 2025-06-30 > H24.16.",
            "Closing within 60 days (1): H24.77 ",
            "H24.16 < H23.05, H24.31 < H24.77",
            "NOT FIT FOR PRODUCTION: 14 of 15 rows",
            "hai-phong: no secretOfficerMail",
            "hai-phong: the mapping of urgencies",
            "da-nang: no list has a unit of it",
            "quang-ngai: no yearly report",
            "quang-ngai: the guidance quoted is a draft",
            "TT 15/2022/TT-BTTTT (rules P-5, P-7, P-8, P-12): from the day of signing;",
            "settings of each province (P-5, P-7): a setting",
            "TT 15/2022/TT-BTTTT (quy tắc P-5, P-7, P-8, P-12): tính từ ngày ký;",
            "docs/policy-coverage.md",
            "texts to obtain: QĐ 32/2025/QĐ-TTg")
        .doesNotContain("hai-phong: no departmentMail", "d@hai-phong.example", "see P-");
    assertThat(answer.output().lines().filter(line -> line.startsWith("  QĐ 32/2025"))).hasSize(1);
  }

  /** What holds of prices and times is told with its source, and so is what is blank. */
  @Test
  void tells_prices_times_zones_and_what_is_blank_of_each_unit() throws IOException {
    Path sandbox = Path.of("src/test/resources/sandbox/config");
    for (String terms : new String[] {"tariffs", "zones", "transit", "calendars", "contracts"}) {
      Files.createDirectories(folder.resolve(terms));
      try (var files = Files.list(sandbox.resolve(terms))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(terms).resolve(file.getFileName().toString()));
        }
      }
    }
    Answer answer = check(folder);
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.output())
        .contains(
            "Bảng giá synthetic-2026 từ 2026-01-01 đến 2027-06-30; nguồn: SYNTHETIC",
            "Price table synthetic-2027 from 2027-07-01 to …; source: SYNTHETIC",
            "Transit times synthetic from",
            "Zones by the file synthetic.",
            "hai-phong: no policeMail",
            "units nobody knows who pays")
        .doesNotContain("no price table (config/tariffs)", "no transit times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "src/test/resources/sandbox/config"})
  void finds_no_fault_in_the_folders_of_the_project(String shipped) {
    assertThat(check(Path.of(shipped)).exitCode()).isZero();
  }

  @Test
  void tells_every_fault_by_file_and_line_and_nothing_else() throws IOException {
    Path partner = partner("excel-register");
    Files.writeString(
        partner,
        Files.readString(partner)
            .replace("Độ mật: secrecy", "Độ mật: secreci")
            .replace("checksumRequired: false", "checksumRequired: false\nsfpt: true"));
    Files.writeString(
        folder.resolve("provinces/hai-phong.yaml"), "name: Hải Phòng\nordinari: true\n");
    Answer answer = check(folder);
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.output().lines())
        .allMatch(line -> line.matches(".+\\.yaml:[0-9]+: .+ -> .+"))
        .anyMatch(line -> line.contains("unknown key ordinari -> did you mean ordinary?"))
        .anyMatch(line -> line.contains("unknown key sfpt -> did you mean sftp?"))
        .anyMatch(line -> line.contains("secreci is no column") && line.contains("secrecy?"));
  }

  @Test
  void a_folder_that_is_not_there_is_wrong_usage() {
    assertThat(check(folder.resolve("nowhere")).exitCode()).isEqualTo(2);
    assertThat(check(folder.resolve("units/sample-units.csv")).exitCode()).isEqualTo(2);
    assertThat(Commands.run("check-config", "--confg", "x")).isEqualTo(2);
  }

  private Path partner(String example) throws IOException {
    return Files.copy(
        SHIPPED.resolve("partners/examples").resolve(example + ".yaml"),
        folder.resolve("partners").resolve(example + ".yaml"));
  }

  private static Answer check(Path config) {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      int exitCode = Commands.run("check-config", "--config", config.toString());
      return new Answer(exitCode, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }
}
