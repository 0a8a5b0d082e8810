package vn.kt1.gateway.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;

/** The final report: made on its day, and mailed, or laid before the Department for approval. */
@Component
class FinalReport implements ReportTask {

  static final String JOB = "report";

  private final ReportVersions versions;
  private final ReportSending sending;
  private final Directory directory;

  FinalReport(ReportVersions versions, ReportSending sending, Directory directory) {
    this.versions = versions;
    this.sending = sending;
    this.directory = directory;
  }

  /** The years whose steps may lie around that moment. */
  static IntStream years(ReportCalendar calendar, Instant now) {
    int next = calendar.dueNext(now);
    return IntStream.rangeClosed(next - 2, next + 1);
  }

  @Override
  public List<Planned> around(Province province, ReportCalendar calendar, Instant now) {
    return years(calendar, now)
        .mapToObj(year -> Planned.of(JOB, calendar, year, calendar.mailing(year), Instant.MAX))
        .toList();
  }

  @Override
  public boolean makes(String job) {
    return job.equals(JOB);
  }

  @Override
  public void make(ReportJob job) {
    // The Department may have been earlier than the calendar.
    if (versions.sent(job.province(), job.year())) {
      return;
    }
    KeptReport report =
        versions.make("gateway", job.province(), job.year(), Kind.TO_DEPARTMENT, Stage.FINAL);
    if (ReportCalendar.of(directory.province(job.province())).orElseThrow().duty().approval()) {
      sending.layBefore(report);
    } else {
      sending.send("gateway", report);
    }
  }
}
