package vn.kt1.gateway.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.figures.Rollups;
import vn.kt1.gateway.report.figures.Statistics;
import vn.kt1.gateway.report.returns.ReturnBook;
import vn.kt1.gateway.web.JsonText;

/** The report for the command line: counted now, and written into a folder as it is mailed. */
public final class ReportFolder {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final int SMALLEST_CELL = 5;

  private final Reports reports;
  private final ReportDocuments documents;
  private final Rollups rollups;
  private final Clock clock;

  public ReportFolder(JdbcClient jdbc, Evidence evidence, Directory directory, Clock clock) {
    this.clock = clock;
    this.rollups = new Rollups(jdbc);
    this.reports =
        new Reports(
            directory,
            new Statistics(jdbc, rollups),
            new ReportStates(jdbc, clock),
            SMALLEST_CELL,
            clock);
    this.documents =
        new ReportDocuments(
            directory, new Returns(reports, new ReturnBook(jdbc), directory, evidence, clock));
  }

  /** Returns the files that were written. */
  public List<Path> write(String province, int year, Path out) throws IOException {
    Report report = reports.mailed(province, year, Kind.TO_DEPARTMENT, null);
    Map<Form, byte[]> all = new EnumMap<>(documents.of(report));
    all.put(Form.JSON, JsonText.of(ReportJson.of(report, VIETNAMESE)));
    Files.createDirectories(out);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<Form, byte[]> one : all.entrySet()) {
      Path file =
          out.resolve("KT1-REPORT_%s_%d.%s".formatted(province, year, one.getKey().extension()));
      Files.write(file, one.getValue());
      written.add(file);
    }
    return written;
  }

  /** Counts every month from zero; returns how many rows there are. */
  public int rebuild() {
    return rollups.rebuild(clock.instant());
  }
}
