package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.AnEnvelope.named;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.testing.ConfigFolder;
import vn.kt1.testing.Database;

/** What a province has asked for beside the year, and a final report that waits for approval. */
class SummariesIT {

  @TempDir private static Path folder;

  private static Database database;
  private static ReportRoom room;

  @BeforeAll
  static void enter() throws IOException {
    ConfigFolder config = ConfigFolder.in(folder);
    config.replace(
        ConfigFolder.HAI_PHONG,
        "  formsOn:",
        "  summaries: [month, quarter, half-year]\n"
            + "  readers: [a@b.example, c@d.example]\n"
            + "  approval: true\n"
            + "  formsOn:");
    database = Database.fresh();
    room = new ReportRoom(database, config.path());
  }

  @AfterAll
  static void leave() {
    room.close();
    database.close();
  }

  @BeforeEach
  void empty() {
    database.empty();
    room.clock.set("2026-09-20T09:00:00+07:00");
    room.handOver("H24.16", "HP-1", named("1").to("H24.31").classified().sealed());
    room.all();
  }

  @Test
  void each_is_mailed_once_two_days_after_it_has_ended() {
    room.clock.set("2026-10-02T06:59:59+07:00");
    room.all();
    assertThat(subjects()).isEmpty();
    room.clock.set("2026-10-02T07:00:00+07:00");
    room.all();
    room.all();
    assertThat(subjects())
        .containsExactly(
            "[KT1] REPORT hai-phong-2026-07-01-2026-09-30",
            "[KT1] REPORT hai-phong-2026-09-01-2026-09-30");
    room.clock.set("2026-12-16T07:00:00+07:00");
    room.all();
    assertThat(subjects()).contains("[KT1] REPORT hai-phong-2026-06-15-2026-12-14");
  }

  @Test
  void a_final_report_that_waits_for_approval_is_laid_before_the_department_and_not_sent() {
    room.clock.set("2026-12-10T07:00:00+07:00");
    room.all();
    assertThat(subjects()).contains("[KT1] REPORT hai-phong-2026-waiting");
    assertThat(subjects()).doesNotContain("[KT1] REPORT hai-phong-2026");
    KeptReport made = room.get(ReportVersions.class).one("hai-phong", 2026, 1).orElseThrow();
    assertThat(made.sentAt()).isNull();
    room.get(ReportSending.class).send("somebody", made);
    assertThat(subjects()).contains("[KT1] REPORT hai-phong-2026");
  }

  @Test
  void what_the_department_has_sent_before_its_day_is_not_made_again() {
    room.clock.set("2026-12-08T07:00:00+07:00");
    ReportVersions versions = room.get(ReportVersions.class);
    KeptReport early =
        versions.make("somebody", "hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.FINAL);
    room.get(ReportSending.class).send("somebody", early);
    room.clock.set("2026-12-10T07:00:00+07:00");
    room.all();
    assertThat(versions.all("hai-phong", 2026))
        .filteredOn(one -> one.stage() == Stage.FINAL)
        .containsExactly(versions.one("hai-phong", 2026, early.version()).orElseThrow());
  }

  @Test
  void each_reader_gets_what_the_department_gets_once() {
    room.clock.set("2026-12-03T07:00:00+07:00");
    room.all();
    room.all();
    assertThat(
            database
                .app()
                .sql("select recipient from dispatch where name like '%-preliminary' order by 1")
                .query(String.class)
                .list())
        .containsExactly("DEPARTMENT hai-phong", "READER hai-phong 1", "READER hai-phong 2");
  }

  private static List<String> subjects() {
    return database
        .app()
        .sql(
            "select name from dispatch where kind = 'REPORT' and recipient like 'DEPARTMENT%'"
                + " order by name")
        .query(String.class)
        .list();
  }
}
