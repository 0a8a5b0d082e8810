package vn.kt1.gateway.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.report.figures.Rollups;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Each night holds what was counted of each month against the shipments. A month that differs is
 * told to the operators and counted anew.
 */
@Component
class FiguresCheck implements ReportTask {

  private static final String JOB = "figures-check";
  private static final int HOUR = 3;

  private final Rollups rollups;
  private final ReportTrouble trouble;
  private final Evidence evidence;
  private final Clock clock;

  FiguresCheck(Rollups rollups, ReportTrouble trouble, Evidence evidence, Clock clock) {
    this.rollups = rollups;
    this.trouble = trouble;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  public List<Planned> around(Province province, ReportCalendar calendar, Instant now) {
    LocalDate today = VietnamTime.day(now);
    return IntStream.rangeClosed(0, 1)
        .mapToObj(today::plusDays)
        .map(
            day -> new Planned(JOB, day.toString(), night(day), night(day.plusDays(1)), night(day)))
        .toList();
  }

  private static Instant night(LocalDate day) {
    return day.atTime(HOUR, 0).atZone(VietnamTime.VIETNAM).toInstant();
  }

  @Override
  public boolean makes(String job) {
    return job.equals(JOB);
  }

  @Override
  public void make(ReportJob job) {
    List<Rollups.Wrong> wrong = rollups.wrong(job.province(), clock.instant());
    if (!wrong.isEmpty()) {
      rollups.countAnew(wrong, clock.instant());
      trouble.tell(job);
      List<String> months = wrong.stream().map(Rollups.Wrong::month).toList();
      evidence.record("gateway", "figures-differed", job.province(), Map.of("months", months));
    }
  }
}
