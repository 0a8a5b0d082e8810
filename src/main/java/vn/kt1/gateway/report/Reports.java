package vn.kt1.gateway.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Suppressed;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.report.figures.Statistics;

/** Counts reports from the ledger as it is now. */
@Component
public class Reports implements Deadline.Source {

  /** The next report of a province and its state. */
  public record Next(String province, LocalDate dueBefore, State state) {
    /**
     * Not mailed yet; mailed; not mailed though its mail day has passed; not mailed though it is
     * due.
     */
    public enum State {
      PLANNED,
      SENT,
      LATE,
      OVERDUE
    }
  }

  private final Directory directory;
  private final Statistics statistics;
  private final ReportStates standings;
  private final ReportSettings settings;
  private final Clock clock;

  Reports(
      Directory directory,
      Statistics statistics,
      ReportStates standings,
      ReportSettings settings,
      Clock clock) {
    this.directory = directory;
    this.statistics = statistics;
    this.standings = standings;
    this.settings = settings;
    this.clock = clock;
  }

  /** With every degree, for those who may see degree data. */
  public Report whole(String province, int year) {
    return report(directory.province(province), year);
  }

  /** With small cells of every degree merged: for mails. */
  public Report merged(String province, int year) {
    return merged(
        whole(province, year), figure -> SmallCells.merge(figure, settings.smallestCell()));
  }

  /** Without any degree: for those who may not see degree data. */
  public Report withoutDegrees(String province, int year) {
    return merged(whole(province, year), SmallCells::mergeAll);
  }

  private static Report merged(Report whole, Function<Counted, SmallCells.Merged> merging) {
    List<SmallCells.Merged> merged = whole.figures().stream().map(merging).toList();
    return whole.with(
        merged.stream().map(SmallCells.Merged::figure).toList(),
        merged.stream()
            .filter(one -> one.cells() > 0)
            .map(one -> new Suppressed(one.figure().key(), one.cells()))
            .toList());
  }

  private Report report(Province province, int year) {
    ReportCalendar.Period period = ReportCalendar.period(province, year);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Counted> figures = statistics.count(province.id(), period.begin(), period.end());
    return new Report(
        year,
        province.id(),
        Kind.TO_DEPARTMENT,
        period.from(),
        period.to(),
        now,
        null,
        figures,
        List.of());
  }

  @Override
  public List<Deadline> deadlines() {
    return next().stream()
        .map(
            next ->
                new Deadline(
                    next.province(),
                    next.dueBefore(),
                    next.state().name(),
                    next.state() == Next.State.SENT,
                    next.state() == Next.State.LATE))
        .toList();
  }

  /** The next report of each province that owes one, by province. */
  public List<Next> next() {
    return directory.provinces().stream()
        .filter(province -> province.report() != null)
        .map(standings::next)
        .sorted(Comparator.comparing(Next::province))
        .toList();
  }
}
