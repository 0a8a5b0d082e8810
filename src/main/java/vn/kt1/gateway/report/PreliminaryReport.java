package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;

/** The preliminary report, for those who look it through before the final one is made. */
@Component
class PreliminaryReport implements ReportTask {

  private static final String JOB = "preliminary";

  private final ReportVersions versions;
  private final ReportSending sending;

  PreliminaryReport(ReportVersions versions, ReportSending sending) {
    this.versions = versions;
    this.sending = sending;
  }

  @Override
  public List<Planned> around(Province province, ReportCalendar calendar, Instant now) {
    MonthDay on = calendar.duty().preliminaryOn();
    return on == null
        ? List.of()
        : FinalReport.years(calendar, now)
            .mapToObj(
                year ->
                    Planned.of(JOB, calendar, year, calendar.at(on, year), calendar.mailing(year)))
            .toList();
  }

  @Override
  public boolean makes(String job) {
    return job.equals(JOB);
  }

  @Override
  public void make(ReportJob job) {
    sending.send(
        "gateway",
        versions.make(
            "gateway", job.province(), job.year(), Kind.TO_DEPARTMENT, Stage.PRELIMINARY));
  }
}
