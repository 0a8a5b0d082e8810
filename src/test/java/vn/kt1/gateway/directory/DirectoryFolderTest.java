package vn.kt1.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.file.UnitList;
import vn.kt1.gateway.shipment.Urgency;

class DirectoryFolderTest {

  private static final Path SANDBOX = Path.of("src/test/resources/sandbox/config");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String UNITS = "units/sample-units.csv";
  private static final String PROVINCE = "provinces/hai-phong.yaml";
  private static final String PARTNER = "partners/hp-eoffice.yaml";

  private static final String HEADER = UnitList.HEADER + "\n";

  @TempDir Path folder;

  @BeforeEach
  void copyTheSandbox() throws IOException {
    for (String file : List.of(UNITS, PROVINCE, "provinces/quang-ngai.yaml", PARTNER)) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(SANDBOX.resolve(file), copy);
    }
  }

  @Test
  void reads_the_folder_of_the_sandbox() {
    Directory directory = DirectoryFolder.read(SANDBOX);

    assertThat(directory.partners())
        .extracting(Partner::id)
        .containsExactlyInAnyOrder("hp-eoffice", "qn-eoffice");
    assertThat(directory.partner("hp-eoffice").orElseThrow().units()).hasSize(7);
    assertThat(directory.province("quang-ngai").ordinary()).isTrue();
    assertThat(directory.province("quang-ngai").expressTimed()).isFalse();
    assertThat(directory.unit("H24.90", DAY).orElseThrow().eligibility())
        .isEqualTo(Unit.Eligibility.QD37);
    assertThat(directory.unit("H99.99", DAY)).isEmpty();
  }

  @Test
  void knows_a_closed_unit_and_its_successor() {
    Unit closed = DirectoryFolder.read(SANDBOX).unit("H23.05", DAY).orElseThrow();
    assertThat(closed.successor()).isEqualTo("H24.16");
    assertThat(closed.openOn(LocalDate.of(2025, 6, 30))).isTrue();
    assertThat(closed.openOn(LocalDate.of(2025, 7, 1))).isFalse();
    assertThat(closed.closedBefore(LocalDate.of(2025, 7, 1))).isTrue();
  }

  @Test
  void the_shipped_list_of_units_is_that_of_the_sandbox() {
    assertThat(Path.of("config").resolve(UNITS)).hasSameTextualContentAs(SANDBOX.resolve(UNITS));
  }

  @Test
  void takes_the_row_that_is_valid_on_the_day() throws IOException {
    append(UNITS, "H24.77,,Tên cũ,hai-phong,office,QD37,2020-01-01,2025-06-30,,Cũ,SYNTHETIC,false");
    append(UNITS, "H24.77,,Tên mới,hai-phong,office,QD32,2025-07-01,,,Mới,SYNTHETIC,false");
    Directory directory = DirectoryFolder.read(folder);
    assertThat(directory.unit("H24.77", LocalDate.of(2025, 6, 30)).orElseThrow().name())
        .isEqualTo("Tên cũ");
    assertThat(directory.unit("H24.77", DAY).orElseThrow().name()).isEqualTo("Tên mới");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QD99,2025-07-01,,,Địa chỉ,SYNTHETIC,false     | eligibility cannot be read | QD32, QD37 or NONE
          QD32,01/07/2025,,,Địa chỉ,SYNTHETIC,false     | valid_from is no date   | 2026-01-31
          QD32,2025-02-30,,,Địa chỉ,SYNTHETIC,false     | valid_from is no date   | 2026-01-31
          QD32,2025-07-01,mai,,Địa chỉ,SYNTHETIC,false  | valid_to is no date     | 2026-01-31
          QD32,2025-07-01,2025-06-30,,x,SYNTHETIC,false | valid_to is before      | the last day
          QD32,2025-07-01,,,SYNTHETIC,false             | the row has 11 cells    | 12 cells
          QD32,2025-07-01,,,Địa chỉ,,false              | source is blank         | where the row was read
          QD32,2025-07-01,,,Địa chỉ,CV 1,TRUE           | verified is neither     | true once
          QD32,2025-07-01,,,Địa chỉ,Synthetic,true      | a SYNTHETIC row is      | the document
          QD32,2025-07-01,,H24.77,Địa chỉ,CV 1,false    | its own successor       | another unit
          QD32,2025-07-01,,H99.99,Địa chỉ,CV 1,false    | H99.99 is in no list    | a code of units
          QD32,2025-07-01,,H23.05,Địa chỉ,CV 1,false    | closed before H24.77 is | open after valid_to
          QD32,2025-07-01,,000.00.16.H24,x,CV 1,false   | H24.16 is written in another form | H24.16
          QD32,2025-07-01,,x.y,Địa chỉ,CV 1,false       | successor is no code    | H24.16
          """)
  void a_bad_row_of_a_unit_is_named_by_its_line(String cells, String wrong, String write)
      throws IOException {
    append(UNITS, "H24.77,,Tên,hai-phong,office," + cells);
    assertFault(UNITS, 16, wrong, write);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          000.00.77.H24,,Tên,hai-phong,office   | code H24.77 is written  | H24.77
          h24.77,,Tên,hai-phong,office          | code H24.77 is written  | H24.77
          77,,Tên,hai-phong,office              | code is no code         | QĐ 20/2020
          H24..77,,Tên,hai-phong,office         | code is no code         | QĐ 20/2020
          H24.77,000.00.78.H24,Tên,hai-phong,office | legacy_code is not H24.77 | 000.00.16.H24
          H24.77,H24.77,Tên,hai-phong,office    | legacy_code is not H24.77 | 000.00.16.H24
          H24.77,,,hai-phong,office             | name is blank           | its name
          H24.77,,Tên,Hải Phòng,office          | province is not         | hai-phong
          H24.77,,Tên,,office                   | province is not         | hai-phong
          H24.77,,Tên,hai-phong,                | kind is not             | commune
          """)
  void what_a_unit_is_called_is_checked_too(String cells, String wrong, String write)
      throws IOException {
    append(UNITS, cells + ",QD32,2025-07-01,,,Địa chỉ,SYNTHETIC,false");
    assertFault(UNITS, 16, wrong, write);
  }

  @Test
  void a_code_and_a_text_have_an_end_and_no_hidden_signs() throws IOException {
    String rest = ",hai-phong,office,QD32,2025-07-01,,,Số 1,CV 1,false";
    append(UNITS, "H24" + ".1234567".repeat(4) + ",," + "à".repeat(200) + rest);
    assertThat(DirectoryFolder.read(folder).units()).hasSize(15);
    append(UNITS, "H24" + ".1234567".repeat(4) + "8,," + "à".repeat(201) + rest);
    append(UNITS, "H24.77,,\"Sở\nX\"" + rest);
    append(UNITS, "H24.78,,S\u202EX" + rest);
    append(UNITS, "H24.79,,\u00A0" + rest.replace("Số 1", "S\u0000"));
    assertThat(faults())
        .extracting(fault -> fault.line() + " " + fault.wrong())
        .containsExactly(
            "17 code is no code of a unit",
            "17 name has more than 200 signs",
            "18 name has a sign that cannot be printed",
            "20 name has a sign that cannot be printed",
            "21 name is blank",
            "21 address has a sign that cannot be printed");
  }

  @Test
  void a_list_saved_by_a_spreadsheet_may_begin_with_a_mark() throws IOException {
    write(UNITS, "\uFEFF" + Files.readString(folder.resolve(UNITS)).replace("\n", "\r\n"));
    assertThat(DirectoryFolder.read(folder).units()).hasSize(14);
  }

  @Test
  void periods_of_one_code_do_not_overlap_in_any_list_and_both_places_are_told()
      throws IOException {
    write("units/a.csv", HEADER + dated("2010-01-01", "2025-06-30"));
    append(UNITS, "H24.77,,Tên,hai-phong,office,QD32,2025-06-30,,,,CV 1,false");
    Path first = folder.resolve("units/a.csv");
    assertFault(UNITS, 16, "the period of H24.77 overlaps that of " + first + ":2", "before");
    write("units/a.csv", HEADER + dated("2010-01-01", "2024-06-30"));
    assertThat(DirectoryFolder.read(folder).units()).as("a gap").hasSize(16);
  }

  @Test
  void in_a_gap_a_unit_is_as_it_was_before_it() throws IOException {
    write(
        "units/a.csv",
        HEADER + dated("2010-01-01", "2020-12-31") + dated("2024-01-01", "").replace("Tên", "Mới"));
    Directory directory = DirectoryFolder.read(folder);
    Unit between = directory.unit("H24.77", LocalDate.of(2022, 1, 1)).orElseThrow();
    assertThat(between.name()).isEqualTo("Tên");
    assertThat(between.closedBefore(LocalDate.of(2022, 1, 1))).isTrue();
    assertThat(directory.unit("H24.77", LocalDate.of(2009, 1, 1)).orElseThrow().name())
        .isEqualTo("Tên");
    assertThat(directory.unit("H24.77", DAY).orElseThrow().name()).isEqualTo("Mới");
  }

  @Test
  void successors_do_not_go_round_but_a_body_may_come_back() throws IOException {
    write("units/a.csv", HEADER + closed("1", "2020", "2") + closed("2", "2020", "3"));
    append("units/a.csv", closed("3", "2020", "2").strip());
    assertFault("units/a.csv", 3, "in a circle: H24.772 > H24.773 > H24.772", "no successor");
    write("units/a.csv", HEADER + closed("1", "2020", "2") + closed("2", "2021", "1"));
    append("units/a.csv", "H24.771,,Tên,hai-phong,office,QD32,2022-01-01,,,,CV 1,false");
    assertThat(DirectoryFolder.read(folder).units()).hasSize(17);
  }

  @Test
  void the_successor_is_the_one_that_is_open_on_the_day() throws IOException {
    write(
        "units/a.csv",
        HEADER + closed("1", "2020", "2") + closed("2", "2021", "3") + closed("3", "2022", "4"));
    append("units/a.csv", "H24.774,,Tên,hai-phong,office,QD32,2023-01-01,2023-12-31,,,CV 1,false");
    Directory directory = DirectoryFolder.read(folder);
    assertThat(successor(directory, "2021-06-01")).isEqualTo("H24.772");
    assertThat(successor(directory, "2022-06-01")).isEqualTo("H24.773");
    assertThat(successor(directory, "2023-06-01")).isEqualTo("H24.774");
    assertThat(successor(directory, "2024-06-01")).as("nobody is").isNull();
    assertThat(directory.predecessors("H24.773")).extracting(Unit::code).containsExactly("H24.772");
    assertThat(directory.predecessors("H24.771")).isEmpty();
  }

  private static @Nullable String successor(Directory directory, String day) {
    return directory.unit("H24.771", LocalDate.parse(day)).orElseThrow().successor();
  }

  private static String dated(String from, String to) {
    return "H24.77,,Tên,hai-phong,office,QD37," + from + "," + to + ",,,CV 1,false\n";
  }

  private static String closed(String last, String year, String successor) {
    return "H24.77%s,,Tên,hai-phong,office,QD37,2010-01-01,%s-12-31,H24.77%s,,CV 1,false\n"
        .formatted(last, year, successor);
  }

  @Test
  void a_faulty_row_makes_no_fault_of_those_who_name_it() throws IOException {
    String text = Files.readString(folder.resolve(UNITS));
    write(UNITS, text.replace("Sở Khoa học và Công nghệ thành phố Hải Phòng", ""));
    assertFault(UNITS, 2, "name is blank", "its name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {URGENT: EXPRESS, VERY_URGENT: EXPRESS} | ''                      | URGENT VERY_URGENT
          {URGENT: NORMAL, VERY_URGENT: EXPRESS}  | ''                      | VERY_URGENT
          {VERY_URGENT: TIMED}                    | needs a time            | EXPRESS, NORMAL
          {VERY_URGENT: EXPRESS_TIMED}            | needs a time            | EXPRESS, NORMAL
          {VERY_URGENT: EXPRES}                   | EXPRES is nothing       | EXPRESS
          {VERY_URGENT: }                         | has no value            | a text
          {EXPRESS: NORMAL}                       | unknown key EXPRESS     | URGENT
          {UNKNOWN: EXPRESS}                      | unknown key UNKNOWN     | URGENT
          EXPRESS                                 | urgency holds no keys   | key
          """)
  void a_province_may_say_as_what_an_urgency_is_ordered(String block, String wrong, String write)
      throws IOException {
    append(PROVINCE, "urgency: " + block);
    if (wrong.isEmpty()) {
      assertThat(DirectoryFolder.read(folder).province("hai-phong").haste())
          .containsOnlyKeys(
              Arrays.stream(write.split(" ")).map(Urgency::valueOf).toArray(Urgency[]::new))
          .containsValue(Urgency.EXPRESS);
    } else {
      assertFault(PROVINCE, lines(PROVINCE), wrong, write);
    }
  }

  @Test
  void the_file_of_a_province_has_the_name_of_an_id_and_its_texts_can_be_printed()
      throws IOException {
    write("provinces/Ha_Noi.yaml", Files.readString(folder.resolve(PROVINCE)));
    assertFault("provinces/Ha_Noi.yaml", 0, "no id of a province", "hai-phong.yaml");
    Files.delete(folder.resolve("provinces/Ha_Noi.yaml"));
    String text = Files.readString(folder.resolve(PROVINCE));
    write(PROVINCE, text.replace("name: Hải Phòng", "name: \"Hải\\u202E\""));
    assertFault(PROVINCE, 2, "name has a sign that cannot be printed", "without it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          code;name
          code,code,name
          code,,name
          ''
          """)
  void another_header_is_no_list_of_units(String header) throws IOException {
    write("units/more.csv", header + "\n");
    assertFault("units/more.csv", 1, "the header is not", "code,legacy_code,name");
  }

  @Test
  void a_list_that_is_not_utf8_is_told() throws IOException {
    Files.write(folder.resolve("units/more.csv"), new byte[] {'c', (byte) 0xC3, (byte) 0x28});
    assertFault("units/more.csv", 0, "cannot be read as UTF-8 CSV", "save it as CSV UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provinces/hai-phong.yaml  | ordinari: true     | true  | unknown key ordinari  | ordinary
          provinces/hai-phong.yaml  | ordinary: true     | true  | Duplicate field       | a value
          partners/hp-eoffice.yaml  | token: abc         | true  | unknown key token     | units
          partners/hp-eoffice.yaml  | '  - x'            | false | ''                    | a value
          """)
  void a_bad_key_is_named_by_its_line(
      String file, String text, boolean named, String wrong, String write) throws IOException {
    append(file, text);
    assertFault(file, named ? lines(file) : -1, wrong, write);
  }

  private int lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dueBefore: "12-15"  | dueBefore: "15/12"  | dueBefore | dueBefore cannot be read | "12-15"
          dueBefore: "12-15"  | dueBefore: "02-29"  | dueBefore | dueBefore cannot be read | "12-15"
          mailOn: "12-10"     | mailOn: "12-32"     | mailOn    | mailOn cannot be read    | "12-15"
          mailOn: "12-10"     | mailOn: "12-15"     | mailOn    | already due              | before
          mailAt: "07:00"     | mailAt: "7 h"       | mailAt    | mailAt cannot be read    | "07:00"
          """)
  void a_bad_day_of_the_report_is_named_by_its_line(
      String from, String to, String key, String wrong, String write) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(PROVINCE));
    write(PROVINCE, String.join("\n", lines).replace(from, to));
    int line = 1 + lines.indexOf("  " + from);
    assertThat(lines.get(line - 1)).contains(key);
    assertFault(PROVINCE, line, wrong, write);
  }

  @Test
  void the_keys_of_the_report_are_closed_and_needed_but_a_province_may_have_none()
      throws IOException {
    String text = Files.readString(folder.resolve(PROVINCE));
    write(PROVINCE, text.replace("  mailAt: \"07:00\"\n", ""));
    assertFault(PROVINCE, -1, "the key mailAt is missing", "mailAt: …");
    write(PROVINCE, text.replace("  mailAt:", "  periodBegin: \"12-15\"\n  mailAt:"));
    assertFault(PROVINCE, -1, "unknown key periodBegin", "mailAt");
    assertThat(DirectoryFolder.read(Path.of("config")).province("quang-ngai").report()).isNull();
    assertThat(DirectoryFolder.read(Path.of("config")).province("hai-phong").report())
        .satisfies(
            duty -> {
              assertThat(duty.dueBefore()).isEqualTo(MonthDay.of(12, 15));
              assertThat(duty.mailOn()).isEqualTo(MonthDay.of(12, 10));
              assertThat(duty.periodStart()).as("asked, with no default").isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "provinces/hai-phong.yaml, ordinary: true, ordinary",
    "partners/hp-eoffice.yaml, sftp: true, sftp",
    "partners/hp-eoffice.yaml, checksumRequired: false, checksumRequired"
  })
  void a_missing_key_is_named(String file, String line, String key) throws IOException {
    write(file, Files.readString(folder.resolve(file)).replace(line, ""));
    assertFault(file, -1, "the key " + key + " is missing", key + ": …");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provinces/hai-phong.yaml | 'name: Hải Phòng'                | 'name:'
          provinces/hai-phong.yaml | 'ordinary: true'                 | 'ordinary:'
          provinces/hai-phong.yaml | 'ordinary: true'                 | 'ordinary: maybe'
          partners/hp-eoffice.yaml | 'units: [H24.16,'                | 'units: # [H24.16,'
          partners/hp-eoffice.yaml | 'units: [H24.16,'                | 'units: [~,'
          partners/hp-eoffice.yaml | 'units: [H24.16,'                | 'units: H24.16 # ['
          partners/hp-eoffice.yaml | 'checksumRequired: false'        | 'checksumRequired:'
          """)
  void a_missing_or_empty_value_is_told_and_nothing_bursts(String file, String from, String to)
      throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    write(file, text.replace(from, to));
    assertFault(file, -1, "", "a value");
  }

  @Test
  void a_guidance_is_not_verified_unless_the_province_says_so() throws IOException {
    String text = Files.readString(folder.resolve(PROVINCE));
    write(PROVINCE, text.replaceAll("guidanceVerified: .*\n", ""));
    assertThat(DirectoryFolder.read(folder).province("hai-phong").guidanceVerified()).isFalse();
  }

  @Test
  void a_partner_has_units_of_a_list_and_of_a_province_here() throws IOException {
    write(PARTNER, "name: x\nunits: [H99.99, G06.11]\nsftp: true\nchecksumRequired: false\n");
    assertThat(faults())
        .extracting(Fault::wrong)
        .containsExactlyInAnyOrder(
            "unit H99.99 is in no list of units", "unit G06.11 belongs to no province here");
  }

  @Test
  void a_missing_folder_is_told() {
    Path nowhere = folder.resolve("nowhere");
    var bad = catchThrowableOfType(BadConfiguration.class, () -> DirectoryFolder.read(nowhere));
    assertThat(bad.faults())
        .extracting(Fault::file)
        .containsExactly(
            nowhere.resolve("units").toString(),
            nowhere.resolve("provinces").toString(),
            nowhere.resolve("partners").toString());
  }

  @Test
  void all_faults_are_told_at_once_a_line_each() throws IOException {
    append(UNITS, "H24.77,,Tên,hai-phong,office,QD99,2025-07-01,,,,SYNTHETIC,false");
    append(PROVINCE, "colour: red");
    append(PARTNER, "token: abc");
    var bad = catchThrowableOfType(BadConfiguration.class, () -> DirectoryFolder.read(folder));
    assertThat(bad.faults()).hasSize(3);
    assertThat(bad.getMessage().lines()).hasSize(3).allMatch(line -> line.contains(" -> "));
    assertThat(bad.getMessage())
        .contains("hai-phong.yaml:" + lines(PROVINCE) + ": unknown key colour -> ");
  }

  @ParameterizedTest
  @CsvSource({
    "hp-eoffice@hai-phong.example, Hai Phong <hp@hai-phong.example>",
    "hp-eoffice@hai-phong.example, hp-eoffice",
    "deliveryNotices: true, deliveryNotices: true; password: x",
    "deliveryNotices: true, ''",
  })
  void a_bad_mail_key_is_told_with_its_line(String from, String to) throws IOException {
    write(
        PARTNER, Files.readString(folder.resolve(PARTNER)).replace(from, to.replace("; ", "\n  ")));
    assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.line()).isPositive());
  }

  @ParameterizedTest
  @CsvSource({"Officer <o@o.example>", "o", "'o@o.example, p@o.example'"})
  void a_bad_address_of_the_officer_is_told_and_a_province_may_have_none(String bad)
      throws IOException {
    assertThat(DirectoryFolder.read(folder).secretOfficerMail("hai-phong"))
        .contains("officer@hai-phong.example");
    String text = Files.readString(folder.resolve(PROVINCE));
    write(PROVINCE, text.replace("officer@hai-phong.example", "'" + bad + "'"));
    assertFault(PROVINCE, -1, "not a plain mail address", "a value");
    write(PROVINCE, text.replaceAll("secretOfficerMail: .*\n", ""));
    assertThat(DirectoryFolder.read(folder).secretOfficerMail("hai-phong")).isEmpty();
  }

  @Test
  void the_provinces_of_units_are_those_served_here_each_once() {
    Directory directory = DirectoryFolder.read(SANDBOX);
    assertThat(directory.provincesOf(List.of("H48.16", "H24.16", "H24.31", "H99.99"), DAY))
        .containsExactly("hai-phong", "quang-ngai");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate: {requestsPerSecond: 50, burst: 100}  | ''
          rate: {requestsPerSecond: 0, burst: 100}   | 1 to 10000
          rate: {requestsPerSecond: 50}              | the key burst is missing
          rate: {requestsPerSecond: 50, burst: many} | not a valid
          rate: {requestsPerSecond: 50, burst: 100, bust: 1} | unknown key bust
          """)
  void a_partner_may_have_a_rate_of_its_own(String line, String wrong) throws IOException {
    append(PARTNER, line);
    if (wrong.isEmpty()) {
      assertThat(DirectoryFolder.read(folder).partner("hp-eoffice").orElseThrow().rate())
          .isEqualTo(new Rate(50, 100));
    } else {
      assertFault(PARTNER, lines(PARTNER), wrong, "");
    }
  }

  @Test
  void two_partners_cannot_have_one_mail_address() throws IOException {
    String theirs = Files.readString(folder.resolve(PARTNER));
    write(
        "partners/other.yaml",
        theirs.replace("hp-eoffice@hai-phong.example", "HP-eoffice@Hai-Phong.example"));
    assertFault("partners/other.yaml", 7, "that of hp-eoffice", "an address of its own");
  }

  @Test
  void a_partner_is_found_by_its_mail_address_in_any_case() throws IOException {
    Directory directory = DirectoryFolder.read(folder);
    assertThat(directory.partnerByMail("HP-EOFFICE@hai-phong.EXAMPLE"))
        .hasValueSatisfying(partner -> assertThat(partner.id()).isEqualTo("hp-eoffice"));
    assertThat(directory.partnerByMail("x-hp-eoffice@hai-phong.example")).isEmpty();
    write(PARTNER, Files.readString(folder.resolve(PARTNER)).replaceAll("(?s)\nmail:.*", "\n"));
    assertThat(DirectoryFolder.read(folder).partner("hp-eoffice").orElseThrow().mail()).isNull();
  }

  private void assertFault(String file, int line, String wrong, String write) {
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo(folder.resolve(file).toString());
              assertThat(line < 0 ? line : fault.line()).isEqualTo(line);
              assertThat(fault.wrong()).contains(wrong);
              assertThat(fault.write()).contains(write);
            });
  }

  private List<Fault> faults() {
    return catchThrowableOfType(BadConfiguration.class, () -> DirectoryFolder.read(folder))
        .faults();
  }

  private void append(String file, String line) throws IOException {
    write(file, Files.readString(folder.resolve(file)).stripTrailing() + "\n" + line + "\n");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
