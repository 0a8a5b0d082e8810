package vn.kt1.gateway.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.report.returns.ReturnBook;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** The returns of a year: who owes one, with which of the gateway's numbers, and what was filed. */
@Component
class Returns {

  /** Lines that are figures of KT1 shipments by their state, and the figure of each. */
  private static final Map<String, String> BY_NETWORK =
      Map.of("sent", "volume", "delivered", "delivered", "returned", "returned", "lost", "lost");

  private static final String KT1 = "KT1";

  private final Reports reports;
  private final ReturnBook book;
  private final Directory directory;
  private final Evidence evidence;
  private final Clock clock;

  Returns(Reports reports, ReturnBook book, Directory directory, Evidence evidence, Clock clock) {
    this.reports = reports;
    this.book = book;
    this.directory = directory;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The post, and each unit that has sent or received something in the period. */
  Set<String> owing(Report counted) {
    Set<String> units = new TreeSet<>();
    for (String key : List.of("volume", "received")) {
      counted.figure(key).cells().stream()
          .map(cell -> cell.dims().get(Dimension.UNIT))
          .forEach(units::add);
    }
    units.remove(SmallCells.ALL);
    units.add(ReturnForm.OF_THE_POST);
    return units;
  }

  /** The served province of a unit, in whose report its return stands; null where there is none. */
  @Nullable String provinceOf(String unit) {
    return directory.units().stream()
        .filter(one -> one.code().equals(unit))
        .map(Unit::province)
        .filter(directory::hasProvince)
        .findFirst()
        .orElse(null);
  }

  List<Returned> filed(String province, int year) {
    return book.all(province, year);
  }

  Optional<Returned> filed(String province, int year, String reporter) {
    return book.one(province, year, reporter);
  }

  /** Who has not filed, in order. */
  List<String> missing(Report counted) {
    Set<String> missing = owing(counted);
    filed(counted.province(), counted.year()).forEach(one -> missing.remove(one.reporter()));
    return List.copyOf(missing);
  }

  Report counted(String province, int year) {
    return reports.whole(province, year, Kind.TO_DEPARTMENT);
  }

  /** The form with the gateway's numbers. SECURITY: it is mailed; no degree and no charge in it. */
  Returned form(Report counted, String reporter) {
    return new Returned(
        counted.province(),
        counted.year(),
        reporter,
        null,
        ReturnForm.of(reporter).lines().stream()
            .map(
                line ->
                    new Answer(line.key(), number(counted, line.key(), reporter), null, null, null))
            .toList());
  }

  private static @Nullable Long number(Report counted, String key, String reporter) {
    @Nullable String unit = reporter.equals(ReturnForm.OF_THE_POST) ? null : reporter;
    String figure = BY_NETWORK.get(key);
    if (figure != null) {
      return total(counted.figure(figure), KT1, unit);
    }
    if (key.equals("open")) {
      return open(counted, unit);
    }
    return counted.figures().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .map(one -> total(one, null, unit))
        .orElse(null);
  }

  private static long open(Report counted, @Nullable String unit) {
    return total(counted.figure("volume"), KT1, unit)
        - total(counted.figure("delivered"), KT1, unit)
        - total(counted.figure("returned"), KT1, unit)
        - total(counted.figure("lost"), KT1, unit);
  }

  private static long total(Counted figure, @Nullable String network, @Nullable String unit) {
    return figure.cells().stream()
        .filter(cell -> is(cell, Dimension.NETWORK, network) && is(cell, Dimension.UNIT, unit))
        .mapToLong(FigureCell::value)
        .sum();
  }

  private static boolean is(FigureCell cell, Dimension dim, @Nullable String value) {
    return value == null || value.equals(cell.dims().get(dim));
  }

  /**
   * Keeps what a reporter returns, with the gateway's numbers of this moment beside it. The same
   * again changes nothing.
   *
   * @throws Rejected {@code bad-value} for a year that is closed or not open yet, and for another
   *     return than the one that was filed
   */
  @Transactional
  Returned file(
      Actor actor, String province, int year, String reporter, String channel, List<Answer> said) {
    open(directory.province(province), year);
    Returned form = form(counted(province, year), reporter);
    Map<String, @Nullable Long> gateway = new HashMap<>();
    form.answers().forEach(answer -> gateway.put(answer.key(), answer.gateway()));
    List<Answer> answers =
        said.stream()
            .map(
                one ->
                    new Answer(
                        one.key(), gateway.get(one.key()), one.value(), one.words(), one.note()))
            .toList();
    Instant now = clock.instant();
    if (book.file(new Returned(province, year, reporter, now, answers), channel, now)) {
      evidence.record(
          actor,
          "return-filed",
          province + "-" + year,
          null,
          Map.of("reporter", reporter, "channel", channel));
    }
    Returned kept = filed(province, year, reporter).orElseThrow();
    if (!same(kept.answers(), said)) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "", "return-filed"));
    }
    return kept;
  }

  private static boolean same(List<Answer> kept, List<Answer> said) {
    return words(kept).equals(words(said));
  }

  private static List<String> words(List<Answer> answers) {
    return answers.stream()
        .flatMap(
            one ->
                Stream.of(
                    one.key(),
                    String.valueOf(one.value()),
                    String.valueOf(one.words()),
                    String.valueOf(one.note())))
        .toList();
  }

  /** From the day the forms go out until the report is due. */
  private void open(Province province, int year) {
    ReportCalendar calendar =
        ReportCalendar.of(province)
            .filter(one -> one.period(year).isPresent())
            .orElseThrow(() -> new Rejected(Fault.of(Code.BAD_PARAMETER, "/year", "return-year")));
    Instant now = clock.instant();
    LocalDate begins = calendar.period(year).orElseThrow().from();
    if (calendar.overdue(year, now)) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/year", "return-late"));
    }
    if (now.isBefore(calendar.at(begins))) {
      throw new Rejected(Fault.of(Code.BAD_PARAMETER, "/year", "return-year"));
    }
  }
}
