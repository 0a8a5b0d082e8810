package vn.kt1.gateway.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.Report.Suppressed;
import vn.kt1.gateway.report.figures.Asked;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Figure;
import vn.kt1.gateway.report.figures.Figure.Reader;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.report.figures.Figures;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.report.figures.Span;
import vn.kt1.gateway.report.figures.Statistics;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.VietnamTime;

/** Counts reports from the ledger as it is now. */
@Component
public class Reports implements Deadline.Source {

  /** The next report of a province and its state. */
  public record Next(String province, LocalDate dueBefore, State state) {
    /**
     * The province has not said when its data year begins; not mailed yet; mailed; not mailed
     * though its mail day has passed; not mailed though it is due.
     */
    public enum State {
      UNANSWERED,
      PLANNED,
      SENT,
      LATE,
      OVERDUE
    }
  }

  private final Directory directory;
  private final Statistics statistics;
  private final ReportStates standings;
  private final int smallestCell;
  private final Clock clock;

  @Autowired
  Reports(
      Directory directory,
      Statistics statistics,
      ReportStates standings,
      ReportSettings settings,
      Clock clock) {
    this(directory, statistics, standings, settings.smallestCell(), clock);
  }

  Reports(
      Directory directory,
      Statistics statistics,
      ReportStates standings,
      int smallestCell,
      Clock clock) {
    this.directory = directory;
    this.statistics = statistics;
    this.standings = standings;
    this.smallestCell = smallestCell;
    this.clock = clock;
  }

  /** With every degree, for those who may see degree data. */
  public Report whole(String province, int year, Kind kind) {
    return counted(province, year, kind, null);
  }

  /** As it is mailed: without degrees and small cells (CONTRACT, 5). */
  public Report mailed(String province, int year, Kind kind, @Nullable Stage stage) {
    return mailed(counted(province, year, kind, stage));
  }

  /** The figures of other days than a reporting year, as they are mailed. */
  Report mailed(String provinceId, Span span) {
    Asked asked = asked(directory.province(provinceId), span);
    Report report =
        new Report(
            span.to().getYear(),
            provinceId,
            Kind.TO_DEPARTMENT,
            null,
            span.from(),
            span.to(),
            span.to(),
            asked.asOf(),
            null,
            statistics.count(asked),
            List.of());
    return mailed(report);
  }

  /** Without any degree: for those who may not see degree data. */
  public Report withoutDegrees(String province, int year, Kind kind) {
    return merged(whole(province, year, kind), Set.of(Reader.ALL), SmallCells::mergeAll);
  }

  private Report mailed(Report whole) {
    return merged(
        whole,
        Set.of(Reader.ALL, Reader.REPORT),
        figure -> SmallCells.mailed(figure, smallestCell));
  }

  /** SECURITY: some figures alone tell what not everybody may know. */
  private static Report merged(
      Report whole, Set<Reader> readers, Function<Counted, SmallCells.Merged> merging) {
    List<SmallCells.Merged> merged =
        whole.figures().stream()
            .filter(one -> readers.contains(Figures.named(one.key()).orElseThrow().reader()))
            .map(merging)
            .toList();
    return whole.with(
        merged.stream().map(SmallCells.Merged::figure).toList(),
        merged.stream()
            .filter(one -> one.cells() > 0)
            .map(one -> new Suppressed(one.figure().key(), one.cells()))
            .toList());
  }

  private Report counted(String provinceId, int year, Kind kind, @Nullable Stage stage) {
    Province province = directory.province(provinceId);
    Span span = period(province, year);
    Asked asked = asked(province, countedDays(province, year, span, stage));
    List<Counted> figures = statistics.count(asked);
    if (stage == Stage.PRELIMINARY) {
      figures = Estimate.of(span, asked.span()).beside(figures);
    }
    return new Report(
        year,
        province.id(),
        kind,
        stage,
        span.from(),
        span.to(),
        asked.span().to(),
        asked.asOf(),
        null,
        figures,
        List.of());
  }

  /**
   * @throws Rejected where the province has not said when its year begins
   */
  private static Span period(Province province, int year) {
    return ReportCalendar.period(province, year)
        .orElseThrow(
            () ->
                new Rejected(
                    Fault.of(Code.BAD_PARAMETER, "/province", "report-period", province.id())));
  }

  /** To this day; a preliminary report to the last day that it is to count. */
  private Span countedDays(Province province, int year, Span span, @Nullable Stage stage) {
    LocalDate last = earlier(span.to(), VietnamTime.day(clock.instant()));
    ReportCalendar calendar = ReportCalendar.of(province).orElseThrow();
    MonthDay cutOff = calendar.duty().cutOff();
    if (stage == Stage.PRELIMINARY && cutOff != null) {
      last = earlier(last, calendar.day(cutOff, year));
    }
    return new Span(span.from(), last.isBefore(span.from()) ? span.from() : last);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Asked asked(Province province, Span span) {
    return new Asked(
        province.id(),
        directory.units().stream()
            .filter(unit -> unit.province().equals(province.id()))
            .map(Unit::code)
            .distinct()
            .sorted()
            .toList(),
        span,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** The shipments behind a cell; one more than the limit where there are more. */
  List<String> shipments(Report report, Figure figure, FigureCell cell, String after, int limit) {
    Span span = new Span(report.from(), report.countedTo());
    Asked asked = asked(directory.province(report.province()), span);
    return statistics.shipments(asked, figure, cell, after, limit);
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
