package vn.kt1.gateway.report;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.figures.RawFigures;
import vn.kt1.gateway.report.figures.Rollups;
import vn.kt1.gateway.report.figures.Statistics;
import vn.kt1.gateway.report.returns.ReturnBook;

/** What {@code bench/report} asks of the report. */
public final class ReportYardstick {

  private static final int YEAR = 2026;
  private static final String PROVINCE = "hai-phong";

  private final JdbcClient jdbc;
  private final Rollups rollups;
  private final Reports reports;
  private final ReportDocuments documents;
  private final Clock clock;

  public ReportYardstick(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    Directory directory = DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));
    rollups = new Rollups(jdbc);
    reports =
        new Reports(
            directory, new Statistics(jdbc, rollups), new ReportStates(jdbc, clock), 5, clock);
    documents =
        new ReportDocuments(
            directory,
            new Returns(
                reports, new ReturnBook(jdbc), directory, new Evidence(jdbc, clock), clock));
  }

  public void rebuild() {
    rollups.rebuild(clock.instant());
  }

  public void touch(String month) {
    jdbc.sql("insert into report_stale (province, month) values (?, ?)")
        .params(PROVINCE, month)
        .update();
  }

  public void figures() {
    reports.whole(PROVINCE, YEAR, Kind.TO_DEPARTMENT);
  }

  public void documents() {
    documents.of(reports.mailed(PROVINCE, YEAR, Kind.TO_DEPARTMENT, null));
  }

  /** One query a figure on the tables themselves. */
  public void raw() {
    new RawFigures(jdbc, PROVINCE, clock.instant()).all();
  }
}
