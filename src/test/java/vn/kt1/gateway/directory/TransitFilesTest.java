package vn.kt1.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.TransitTable.Promise;
import vn.kt1.gateway.directory.TransitTable.Promise.Measure;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.testing.ConfigFolder;

/** {@code config/transit} and {@code config/calendars}: what is read, and what stops the start. */
class TransitFilesTest {

  private static final String TABLE = "transit/one.yaml";
  private static final String CALENDAR = "calendars/2026.yaml";

  @TempDir Path place;
  private ConfigFolder folder;

  @BeforeEach
  void a_good_folder() throws IOException {
    folder = ConfigFolder.in(place);
    folder.write(
        TABLE,
        """
        from: 2026-01-01
        to: 2026-06-30
        cutOff: "16:30"
        halfDay: "12:00"
        dayEnd: "17:00"
        zones:
          WITHIN_PROVINCE:
            NORMAL: {days: "1.5"}
            EXPRESS: {hours: 24}
        source: SYNTHETIC
        verified: false
        """);
    folder.write(
        CALENDAR,
        """
        year: 2026
        weekdays: [MONDAY, TUESDAY]
        holidays:
          - 2026-04-27
          - 2026-09-01
        workingInstead: [2026-05-30]
        source: SYNTHETIC
        verified: false
        """);
  }

  @Test
  void a_table_and_a_calendar_are_read() {
    Terms terms = DirectoryFolder.read(place).terms();
    TransitTable table = terms.transitTable(LocalDate.of(2026, 6, 30)).orElseThrow();
    assertThat(table.cutOff()).isEqualTo(LocalTime.of(16, 30));
    assertThat(table.promise(Zone.WITHIN_PROVINCE, Urgency.NORMAL))
        .contains(new Promise(Measure.HALF_DAYS, 3));
    assertThat(table.promise(Zone.WITHIN_PROVINCE, Urgency.EXPRESS))
        .contains(new Promise(Measure.HOURS, 24));
    assertThat(table.promise(Zone.WITHIN_CITY, Urgency.EXPRESS)).isEmpty();
    assertThat(terms.transitTable(LocalDate.of(2026, 7, 1))).isEmpty();
    WorkCalendar calendar = terms.calendar(2026).orElseThrow();
    assertThat(calendar.weekdays()).containsOnly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
    assertThat(calendar.works(LocalDate.of(2026, 5, 30))).isTrue();
    assertThat(calendar.works(LocalDate.of(2026, 4, 27))).isFalse();
    assertThat(terms.calendar(2027)).isEmpty();
  }

  @Test
  void what_is_shipped_is_for_comparison_only() {
    Terms terms = DirectoryFolder.read(Path.of("config")).terms();
    assertThat(terms.transitTables()).extracting(TransitTable::superseded).containsOnly(true);
    assertThat(terms.transitTable(LocalDate.of(2018, 1, 1))).isEmpty();
    assertThat(terms.calendars()).isEmpty();
  }

  @Test
  void the_sandbox_says_that_its_promises_are_made_up() {
    Terms terms = DirectoryFolder.read(Path.of("src/test/resources/sandbox/config")).terms();
    assertThat(terms.transitTable(LocalDate.of(2026, 11, 22))).isPresent();
    assertThat(terms.transitTables()).allMatch(one -> Unit.synthetic(one.source()));
    assertThat(terms.calendars()).hasSize(2).allMatch(one -> Unit.synthetic(one.source()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        TABLE + "|days: \"1.5\"|days: \"1.3\"|8|is no number of days in halves",
        TABLE + "|days: \"1.5\"|days: \"0\"|8|is no number of days in halves",
        TABLE + "|hours: 24|hours: 0|9|is no number of hours",
        TABLE + "|hours: 24|hours: -4|9|is no number of hours",
        TABLE + "|hours: 24|hours: 24, days: \"1\"|9|in hours or in days",
        TABLE + "|EXPRESS:|TIMED:|9|unknown key TIMED",
        TABLE + "|WITHIN_PROVINCE|WITHIN_TOWN|7|unknown key WITHIN_TOWN",
        TABLE + "|to: 2026-06-30|to: 2025-06-30|2|ends before it begins",
        TABLE + "|halfDay: \"12:00\"|halfDay: \"18:00\"|4|when the day has ended",
        TABLE + "|cutOff: \"16:30\"|cutOff: \"18:30\"|3|after the end of the day",
        TABLE + "|source: SYNTHETIC||1|the key source is missing",
        TABLE + "|verified: false|verified: true|11|verified by nobody",
        CALENDAR + "|2026-09-01|2026-04-27|5|stands there twice",
        CALENDAR + "|2026-09-01|2027-09-01|5|is no day of 2026",
        CALENDAR + "|2026-09-01|2026-02-30|5|is no day of 2026",
        CALENDAR + "|MONDAY|MUNDAY|2|is no weekday",
        CALENDAR + "|2026-05-30|2026-04-27|6|is a holiday too",
        CALENDAR + "|2026-05-30|2026-06-01|6|is a working day anyway",
        CALENDAR + "|year: 2026|year: 26|1|is no year",
        CALENDAR + "|source: SYNTHETIC||1|the key source is missing",
        CALENDAR + "|verified: false|verified: true|8|verified by nobody"
      })
  void a_fault_names_file_and_line(String file, String good, String bad, int line, String wrong)
      throws IOException {
    folder.replace(file, good, bad == null ? "" : bad);
    assertThat(faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).endsWith(file);
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.wrong()).contains(wrong);
            });
  }

  @ParameterizedTest
  @CsvSource({"2026-06-30, overlaps one.yaml", "2026-07-02, there is a gap after one.yaml"})
  void tables_follow_one_another_day_by_day(String from, String wrong) throws IOException {
    folder.write(
        "transit/two.yaml",
        folder.read(TABLE).replace("from: 2026-01-01\nto: 2026-06-30", "from: " + from));
    assertThat(faults()).singleElement().extracting("line", "wrong").containsExactly(1, wrong);
  }

  @Test
  void a_year_has_one_calendar() throws IOException {
    folder.write("calendars/again.yaml", folder.read(CALENDAR));
    assertThat(faults())
        .singleElement()
        .extracting("wrong")
        .isEqualTo("2026 has a calendar already: 2026.yaml");
  }

  private List<BadConfiguration.Fault> faults() {
    return catchThrowableOfType(BadConfiguration.class, () -> DirectoryFolder.read(place)).faults();
  }
}
