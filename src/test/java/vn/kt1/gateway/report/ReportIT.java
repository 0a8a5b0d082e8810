package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.NoticeContent;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.Reports.Next;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.testing.Database;

/** Which report is made when, how often, and over which time. */
class ReportIT {

  private static Database database;
  private static ReportRoom room;
  private static ReportRoom other;

  @BeforeAll
  static void enter() {
    database = Database.fresh();
    room = new ReportRoom(database);
    other = new ReportRoom(database);
  }

  @AfterAll
  static void leave() {
    room.close();
    other.close();
    database.close();
  }

  @BeforeEach
  void empty() {
    database.empty();
    at(ReportRoom.NOVEMBER);
  }

  private static void at(String time) {
    room.clock.set(time);
    other.clock.set(time);
  }

  @Test
  void a_new_gateway_in_november_mails_nothing() {
    assertThat(room.tick()).isEmpty();
    assertThat(
            database
                .app()
                .sql(
                    "select province || ' ' || period from report_job where job = 'report'"
                        + " order by 1")
                .query(String.class)
                .list())
        .containsExactly("hai-phong 2026", "quang-ngai 2026");
    assertThat(room.count("dispatch where kind = 'REPORT'")).isZero();
  }

  @Test
  void a_province_is_reported_once_on_its_own_day() {
    room.tick();
    at("2026-12-10T06:59:59+07:00");
    assertThat(room.tick()).isEmpty();
    at("2026-12-10T07:00:00+07:00");
    assertThat(room.tick()).extracting(ReportJob::province).containsExactly("hai-phong");
    assertThat(room.tick()).isEmpty();
    at("2026-12-11T07:00:00+07:00");
    assertThat(room.tick()).extracting(ReportJob::province).containsExactly("quang-ngai");
    for (int day = 0; day < 360; day += 30) {
      assertThat(room.tick()).isEmpty();
      room.clock.advance(Duration.ofDays(30));
    }
    assertThat(finals()).isEqualTo(2);
    at("2027-12-10T07:00:01+07:00");
    assertThat(room.tick()).extracting(ReportJob::year).containsExactly(2027);
  }

  @Test
  void the_mail_carries_the_kept_bytes_to_the_department_and_tells_no_count() {
    room.handOver("H24.16", "HP-1", named("1").to("H24.31").classified().sealed());
    int mailed = room.count("evidence where act = 'report-mailed'");
    room.tick();
    at("2026-12-10T08:00:00+07:00");
    room.tick();
    Parcel mail = report();
    assertThat(mail.name()).isEqualTo("[KT1] REPORT hai-phong-2026");
    assertThat(mail.recipient()).isEqualTo("DEPARTMENT hai-phong");
    assertThat(NoticeContent.read(mail.content()).attachments())
        .extracting(Notice.Attachment::name)
        .containsExactly(
            "KT1-REPORT_hai-phong_2026_v1.docx",
            "KT1-REPORT_hai-phong_2026_v1.xlsx",
            "KT1-REPORT_hai-phong_2026_v1.pdf");
    KeptReport kept = room.get(ReportVersions.class).one("hai-phong", 2026, 1).orElseThrow();
    String sha256 = kept.sha256();
    assertThat(attachment(mail).content())
        .isEqualTo(room.get(ReportVersions.class).bytes(kept, Form.DOCX));
    assertThat(NoticeContent.read(mail.content()).text())
        .contains("Hải Phòng", "15/12/2025", "14/12/2026", "08:00 10/12/2026", sha256)
        .doesNotContain("SECRET", "KT1_");
    assertThat(room.count("report_version where sha256 = '" + sha256 + "'")).isEqualTo(1);
    assertThat(room.count("evidence where act = 'report-mailed'")).isEqualTo(mailed + 1);
    assertThat(room.count("evidence where detail like '%" + sha256 + "%'")).isEqualTo(1);
    assertThat(room.count("report_version where convert_from(content, 'UTF8') like '%SECRET%'"))
        .as("one secret envelope is a small cell")
        .isZero();
  }

  @Test
  void a_day_missed_is_caught_up_once_however_long_the_outage() {
    room.tick();
    at("2027-06-01T00:00:00+07:00");
    assertThat(room.tick()).extracting(ReportJob::year).containsOnly(2026).hasSize(2);
    assertThat(room.tick()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2027-03-10T07:00:00+07:00, 2", "2027-03-11T07:00:01+07:00, 0"})
  void a_gateway_that_never_planned_it_looks_back_ninety_days(String now, int reports) {
    room.handOver("H24.16", "HP-1", named("1").to("H24.31").classified().sealed());
    room.handOver("H48.16", "QN-1", named("1").to("H48.40").classified().sealed());
    at(now);
    assertThat(room.tick()).hasSize(reports);
  }

  @Test
  void a_new_gateway_in_january_reports_no_year_it_has_not_seen() {
    at("2027-01-15T00:00:00+07:00");
    room.handOver("H24.16", "HP-1", named("1").to("H24.31").classified().sealed());
    assertThat(room.tick()).isEmpty();
    assertThat(room.count("report_job where period = '2026' and job = 'report'")).isZero();
  }

  @Test
  void a_report_not_made_yet_moves_with_the_calendar() {
    room.tick();
    database.app().sql("update report_job set due_at = '2026-11-01T00:00:00Z'").update();
    assertThat(room.tick()).as("the calendar counts").isEmpty();
  }

  @Test
  void two_gateways_at_once_make_one_mail() throws Exception {
    room.tick();
    at("2026-12-20T00:00:00+07:00");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Object>> ticks =
          IntStream.range(0, 16)
              .mapToObj(i -> Executors.callable((i % 2 == 0 ? room : other).jobs()::make))
              .toList();
      for (Future<Object> tick : threads.invokeAll(ticks)) {
        tick.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(room.made())
        .extracting(ReportJob::province)
        .containsExactlyInAnyOrder("hai-phong", "quang-ngai");
    assertThat(room.count("dispatch where recipient like 'DEPARTMENT%'")).isEqualTo(2);
    assertThat(room.count("report_version")).isEqualTo(2);
  }

  @Test
  void whoever_is_killed_between_the_steps_leaves_nothing_and_the_next_makes_one_mail() {
    room.tick();
    at("2026-12-10T07:00:00+07:00");
    int mailed = room.count("evidence where act = 'report-mailed'");
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            killed -> {
              assertThat(room.tick()).hasSize(1);
              assertThat(room.count("dispatch where recipient like 'DEPARTMENT%'")).isEqualTo(1);
              killed.setRollbackOnly();
            });
    assertThat(room.count("dispatch")).isZero();
    assertThat(room.count("report_version")).isZero();
    assertThat(room.count("evidence where act = 'report-mailed'")).isEqualTo(mailed);
    other.tick();
    room.tick();
    assertThat(room.count("dispatch where recipient like 'DEPARTMENT%'")).isEqualTo(1);
    assertThat(room.count("report_job where done_at is not null and job = 'report'")).isEqualTo(1);
    assertThat(room.count("evidence where act = 'report-mailed'")).isEqualTo(mailed + 1);
  }

  @Test
  void what_was_made_for_approval_is_sent_with_the_same_bytes_whatever_came_since() {
    at("2026-12-10T07:00:00+07:00");
    ReportVersions versions = room.get(ReportVersions.class);
    KeptReport made = versions.make("somebody", "hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.FINAL);
    byte[] letter = versions.bytes(made, Form.DOCX);
    room.handOver("H24.16", "HP-LATER", named("1").to("H24.31").classified().sealed());
    room.get(ReportSending.class).send("somebody", made);
    room.get(ReportSending.class).send("somebody", made);
    assertThat(attachment(report()).content()).isEqualTo(letter);
    assertThat(room.count("dispatch where kind = 'REPORT' and recipient like 'DEPARTMENT%'"))
        .isEqualTo(1);
    assertThat(room.count("report_version")).isEqualTo(1);
  }

  @Test
  void a_report_that_failed_is_due_again_after_a_pause_and_does_not_hold_up_the_others() {
    room.tick();
    at("2026-12-12T00:00:00+07:00");
    database
        .owner()
        .sql(
            """
            create function broken() returns trigger language plpgsql as
              'begin raise exception ''broken''; end';
            create trigger broken before insert on report_version for each row
              when (new.province = 'hai-phong') execute function broken();
            """)
        .update();
    try {
      assertThatThrownBy(room::tick).isInstanceOf(DataAccessException.class);
      assertThat(room.made())
          .filteredOn(job -> job.job().equals("report"))
          .extracting(ReportJob::province)
          .containsExactly("quang-ngai");
    } finally {
      database
          .owner()
          .sql("drop trigger broken on report_version; drop function broken()")
          .update();
    }
    assertThat(room.tick()).as("not at each tick").isEmpty();
    at("2026-12-12T00:01:00+07:00");
    assertThat(room.tick()).extracting(ReportJob::province).containsExactly("hai-phong");
    assertThat(room.count("dispatch where recipient like 'DEPARTMENT%'")).isEqualTo(2);
  }

  private static int finals() {
    return room.count(
        "dispatch where kind = 'REPORT' and recipient like 'DEPARTMENT%'"
            + " and name not like '%preliminary'");
  }

  private static Parcel report() {
    Dispatch dispatch = room.get(Dispatch.class);
    Parcel mail = dispatch.claim("mail");
    while (!mail.name().startsWith("[KT1] REPORT")) {
      dispatch.sent(mail);
      mail = dispatch.claim("mail");
    }
    return mail;
  }

  private static Notice.Attachment attachment(Parcel mail) {
    return NoticeContent.read(mail.content()).attachments().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-14T23:59:59+07:00, 2025, 2025-12",
    "2025-12-15T00:00:00+07:00, 2026, 2025-12",
    "2026-01-31T23:59:59+07:00, 2026, 2026-01",
    "2026-02-01T00:00:00+07:00, 2026, 2026-02",
    "2026-12-14T23:59:59+07:00, 2026, 2026-12",
    "2026-12-15T00:00:00+07:00, 2027, 2026-12"
  })
  void a_year_ends_to_the_second_in_vietnam(String handedOffAt, int year, String month) {
    at(handedOffAt);
    room.handOver("H24.16", "HP-EDGE", named("1").to("H24.31").sealed());
    for (int asked = 2025; asked <= 2027; asked++) {
      Counted volume =
          room.get(Reports.class).whole("hai-phong", asked, Kind.TO_DEPARTMENT).figures().get(0);
      assertThat(volume.total()).as("%d", asked).isEqualTo(asked == year ? 1 : 0);
      if (asked == year) {
        assertThat(volume.cells().get(0).dims()).containsEntry(Dimension.MONTH, month);
      }
    }
  }

  /** What follows is not counted, and is not said to be. */
  @Test
  void a_report_counts_to_its_own_day_and_a_preliminary_one_never_beyond_its_cut_off() {
    at("2026-10-01T09:00:00+07:00");
    Reports reports = room.get(Reports.class);
    assertThat(reports.mailed("hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.PRELIMINARY).countedTo())
        .isEqualTo("2026-10-01");
    at("2026-12-11T09:00:00+07:00");
    assertThat(reports.mailed("hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.PRELIMINARY).countedTo())
        .isEqualTo("2026-11-30");
    assertThat(reports.mailed("hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.FINAL).countedTo())
        .isEqualTo("2026-12-11");
    at("2027-02-01T09:00:00+07:00");
    assertThat(reports.mailed("hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.FINAL).countedTo())
        .isEqualTo("2026-12-14");
  }

  @Test
  void who_sees_no_degree_is_told_nothing_that_rests_on_due_times_or_prices() {
    assertThat(
            room.get(Reports.class).withoutDegrees("hai-phong", 2026, Kind.TO_DEPARTMENT).figures())
        .extracting(Counted::key)
        .contains("volume", "delivered", "confirmed", "incidents")
        .doesNotContain("measured", "on-time", "late", "uncharged", "charges", "refused-outside")
        .noneMatch(key -> key.startsWith("quality-"));
  }

  @Test
  void a_province_counts_its_own_senders() {
    room.handOver("H24.16", "HP-1", named("1").to("H48.16").sealed());
    room.handOver(
        "H48.16", "QN-1", named("1").to("H24.16").sealed(), named("2").to("H24.31").sealed());
    Reports reports = room.get(Reports.class);
    assertThat(reports.whole("hai-phong", 2026, Kind.TO_DEPARTMENT).figures().get(0).total())
        .isEqualTo(1);
    assertThat(reports.whole("quang-ngai", 2026, Kind.TO_DEPARTMENT).figures().get(0).total())
        .isEqualTo(2);
  }

  @Test
  void held_and_refused_are_counted_beside_the_volume() {
    room.handOver(
        "H24.16",
        "HP-1",
        named("1").to("H24.31").classified().sealed(),
        named("2").to("H24.31").secrecy(Secrecy.UNSPECIFIED).sealed(),
        named("3").to("H24.16").sealed(),
        named("4").to("H24.31").secrecy(Secrecy.SECRET).entered(false).sealed());
    assertThat(room.get(Reports.class).whole("hai-phong", 2026, Kind.TO_DEPARTMENT).figures())
        .extracting(figure -> figure.key() + " " + figure.total())
        .containsSubsequence(
            "volume 1", "delivered 0", "returned 0", "held 1", "refused 2", "cancelled 0");
    FigureCell cell =
        room.get(Reports.class)
            .whole("hai-phong", 2026, Kind.TO_DEPARTMENT)
            .figures()
            .get(0)
            .cells()
            .get(0);
    assertThat(cell.dims().values())
        .containsExactly("SECRET", "NORMAL", "KT1", "2026-11", "H24.16");
  }

  @Test
  void tells_how_a_province_stands_with_its_next_report() {
    Reports reports = room.get(Reports.class);
    LocalDate due = LocalDate.of(2026, 12, 15);
    assertThat(reports.next())
        .containsExactly(
            new Next("hai-phong", due, Next.State.PLANNED),
            new Next("quang-ngai", due, Next.State.PLANNED));
    room.tick();
    at("2026-12-11T07:00:00+07:00");
    assertThat(reports.next()).extracting(Next::state).containsOnly(Next.State.PLANNED);
    at("2026-12-14T23:59:59+07:00");
    assertThat(reports.next())
        .as("its mail day has passed")
        .extracting(Next::state)
        .containsOnly(Next.State.LATE);
    at("2026-12-15T00:00:00+07:00");
    assertThat(reports.next()).extracting(Next::state).containsOnly(Next.State.OVERDUE);
    room.tick();
    assertThat(reports.next())
        .as("owed, not sent")
        .extracting(Next::state)
        .containsOnly(Next.State.OVERDUE);
    Dispatch dispatch = room.get(Dispatch.class);
    for (Parcel mail = dispatch.claim("mail"); mail != null; mail = dispatch.claim("mail")) {
      dispatch.sent(mail);
    }
    assertThat(reports.next().get(0))
        .isEqualTo(new Next("hai-phong", LocalDate.of(2027, 12, 15), Next.State.PLANNED));
    at("2026-12-12T00:00:00+07:00");
    assertThat(reports.next()).extracting(Next::state).containsOnly(Next.State.SENT);
  }
}
