package vn.kt1.gateway.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.directory.ReportLetter;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.paper.Printable;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.document.Letter;
import vn.kt1.gateway.report.document.Letter.Block;
import vn.kt1.gateway.report.document.Letter.Heading;
import vn.kt1.gateway.report.document.Letter.Paragraph;
import vn.kt1.gateway.report.document.Letter.Table;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** Says a report in the words of a letter, section by section. */
final class ReportLetters {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
  private static final List<String> NETWORKS = List.of("KT1", "HAND", "CIPHER", "PUBLIC_POST");
  private static final List<String> ZONES =
      List.of("WITHIN_CITY", "WITHIN_PROVINCE", "WITHIN_REGION", "BETWEEN_PROVINCES");
  private static final List<String> QUALITY =
      List.of(
          "measured",
          "on-time",
          "late",
          "no-target",
          "excluded",
          "under-way",
          "sent-back",
          "first-attempt");
  private static final Set<String> RATED = Set.of("on-time", "late", "sent-back", "first-attempt");

  private final Report report;
  private final Directory directory;
  private final List<Returned> filed;
  private final List<String> missing;
  private final ReportLetter head;

  ReportLetters(Report report, Directory directory, List<Returned> filed, List<String> missing) {
    this.report = report;
    this.directory = directory;
    this.filed = filed;
    this.missing = missing;
    ReportDuty duty = Objects.requireNonNull(directory.province(report.province()).report());
    this.head = report.kind() == Kind.COMPILED ? duty.compiled() : duty.toDepartment();
  }

  Letter letter() {
    List<Block> body = new ArrayList<>();
    opening(body);
    volume(body);
    quality(body);
    safety(body);
    confirmations(body);
    returned(body);
    if (report.kind() == Kind.COMPILED) {
      words(body, "inspections");
    }
    words(body, "difficulties");
    words(body, "proposals");
    appendix(body);
    return new Letter(
        head,
        "Số: ……/" + Objects.requireNonNullElse(head.series(), "BC-…"),
        dated(),
        "BÁO CÁO",
        say("subject." + report.kind(), String.valueOf(report.year())),
        stamp(),
        body);
  }

  private static String say(String key, String... with) {
    return Text.of("report.letter." + key, (Object[]) with).in(VIETNAMESE);
  }

  /** Of the day nothing is written before somebody signs. */
  private String dated() {
    LocalDate day = VietnamTime.day(report.asOf());
    return "%s, ngày …… tháng %s năm %d"
        .formatted(
            Objects.requireNonNullElse(head.place(), Letter.DOTS),
            day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
            day.getYear());
  }

  private String stamp() {
    Stage stage = report.stage();
    return say(
        "stamp",
        TIME.format(report.asOf().atOffset(VietnamTime.OFFSET)),
        report.version() == null ? "–" : String.valueOf(report.version()),
        stage == null ? say("stage.NOW") : say("stage." + stage));
  }

  private void opening(List<Block> body) {
    body.add(
        new Paragraph(
            say(
                "opening." + report.kind(),
                Printable.of(directory.province(report.province()).name()),
                DAY.format(report.from()),
                DAY.format(report.to()),
                DAY.format(report.countedTo()))));
    body.add(new Paragraph(say(filed.isEmpty() ? "source.gateway" : "source.both")));
  }

  private void volume(List<Block> body) {
    body.add(new Heading(say("volume"), true));
    List<List<String>> rows = new ArrayList<>();
    for (String network : NETWORKS) {
      long sent = counted("volume", network);
      long received = counted("received", network);
      if (sent + received > 0) {
        rows.add(row(say("network." + network), sent, network));
      }
    }
    rows.add(row(say("total"), report.figure("volume").total(), null));
    body.add(
        new Table(
            say("volume.table"),
            List.of(
                say("network"),
                say("sent"),
                say("received"),
                label("delivered"),
                label("returned"),
                label("lost"),
                say("estimate")),
            rows));
    if (report.figure("volume").cells().stream().anyMatch(FigureCell::estimate)) {
      body.add(new Paragraph(Text.of("report.estimate").in(VIETNAMESE)));
    }
    body.add(ReportCharts.months(report, VIETNAMESE));
    body.add(
        new Paragraph(
            say(
                "held",
                String.valueOf(report.figure("held").total()),
                String.valueOf(report.figure("refused").total()),
                String.valueOf(report.figure("cancelled").total()))));
  }

  private List<String> row(String label, long sent, @Nullable String network) {
    return List.of(
        label,
        String.valueOf(sent),
        String.valueOf(counted("received", network)),
        String.valueOf(counted("delivered", network)),
        String.valueOf(counted("returned", network)),
        String.valueOf(counted("lost", network)),
        String.valueOf(estimated("volume", network)));
  }

  private long counted(String key, @Nullable String network) {
    Counted figure = report.figure(key);
    return network == null ? figure.total() : figure.total(Dimension.NETWORK, network);
  }

  private long estimated(String key, @Nullable String network) {
    return report.figure(key).cells().stream()
        .filter(FigureCell::estimate)
        .filter(cell -> network == null || network.equals(cell.dims().get(Dimension.NETWORK)))
        .mapToLong(FigureCell::value)
        .sum();
  }

  private static String label(String figure) {
    return Text.of("figure." + figure).in(VIETNAMESE);
  }

  /** One denominator: what the post has accepted. */
  private void quality(List<Block> body) {
    body.add(new Heading(say("quality"), true));
    List<String> header = new ArrayList<>(List.of(say("zone")));
    for (String key : QUALITY) {
      header.add(say("quality." + key));
      if (RATED.contains(key)) {
        header.add("%");
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (String zone : ZONES) {
      if (report.figure("measured").total(Dimension.ZONE, zone) > 0) {
        rows.add(qualityRow(say("zone." + zone), zone));
      }
    }
    rows.add(qualityRow(say("total"), null));
    body.add(new Table(say("quality.table"), header, rows));
    body.add(ReportCharts.timings(report, VIETNAMESE));
  }

  private List<String> qualityRow(String label, @Nullable String zone) {
    List<String> row = new ArrayList<>(List.of(label));
    long whole = zoned("measured", zone);
    for (String key : QUALITY) {
      long part = zoned(key, zone);
      row.add(String.valueOf(part));
      if (RATED.contains(key)) {
        row.add(rate(part, whole));
      }
    }
    return row;
  }

  private long zoned(String key, @Nullable String zone) {
    Counted figure = report.figure(key);
    return zone == null ? figure.total() : figure.total(Dimension.ZONE, zone);
  }

  /** Per cent, one digit, half up, with a comma. */
  static String rate(long part, long whole) {
    return whole == 0
        ? "–"
        : BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toString()
            .replace('.', ',');
  }

  private void safety(List<Block> body) {
    body.add(new Heading(say("safety"), true));
    Counted incidents = report.figure("incidents");
    if (incidents.total() == 0) {
      body.add(new Paragraph(say("safety.none")));
      return;
    }
    Set<String> kinds = new TreeSet<>();
    incidents.cells().forEach(cell -> kinds.add(cell.dims().getOrDefault(Dimension.KIND, "")));
    List<List<String>> rows = new ArrayList<>();
    for (String kind : kinds) {
      rows.add(
          List.of(
              say("incident." + kind),
              String.valueOf(incidents.total(Dimension.KIND, kind)),
              String.valueOf(report.figure("incidents-answered").total(Dimension.KIND, kind))));
    }
    body.add(
        new Table(
            say("safety.table"),
            List.of(say("kind"), label("incidents"), label("incidents-answered")),
            rows));
  }

  private void confirmations(List<Block> body) {
    body.add(new Heading(say("confirmations"), true));
    List<List<String>> rows = new ArrayList<>();
    for (String key :
        List.of(
            "confirmed",
            "confirmed-problem",
            "confirmation-missing",
            "quality-agreed",
            "quality-objected",
            "quality-unanswered",
            "uncharged")) {
      rows.add(List.of(label(key), String.valueOf(report.figure(key).total())));
    }
    body.add(new Table(say("confirmations.table"), List.of(say("content"), say("count")), rows));
  }

  /** The gateway's number and the reporter's, side by side. */
  private void returned(List<Block> body) {
    body.add(new Heading(say("returns"), true));
    body.add(
        new Paragraph(
            say("returns.count", String.valueOf(filed.size()), String.valueOf(missing.size()))));
    if (!missing.isEmpty()) {
      List<String> names = missing.stream().map(this::name).toList();
      body.add(new Paragraph(say("returns.missing", String.join("; ", names))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Returned one : filed) {
      for (Answer answer : one.answers()) {
        if (answer.differs()) {
          rows.add(
              List.of(
                  name(one.reporter()),
                  Text.of("return." + answer.key()).in(VIETNAMESE),
                  String.valueOf(answer.gateway()),
                  String.valueOf(answer.value()),
                  Printable.of(answer.note())));
        }
      }
    }
    if (!rows.isEmpty()) {
      body.add(
          new Table(
              say("returns.table"),
              List.of(say("reporter"), say("content"), say("gateway"), say("said"), say("note")),
              rows));
    } else if (!filed.isEmpty()) {
      body.add(new Paragraph(say("returns.same")));
    }
  }

  private String name(String reporter) {
    return reporter.equals(ReturnForm.OF_THE_POST)
        ? Text.of("return.post").in(VIETNAMESE)
        : Printable.of(directory.unit(reporter, report.to()).map(Unit::name).orElse(reporter));
  }

  /** What reporters wrote; where nobody has, a line for a pen. */
  private void words(List<Block> body, String key) {
    body.add(new Heading(say(key), true));
    int before = body.size();
    for (Returned one : filed) {
      one.answer(key)
          .map(Answer::words)
          .ifPresent(
              words -> body.add(new Paragraph(name(one.reporter()) + ": " + Printable.of(words))));
    }
    if (body.size() == before) {
      body.add(new Paragraph("…".repeat(60)));
    }
  }

  private void appendix(List<Block> body) {
    body.add(new Heading(say("appendix"), true));
    List<String> keys = List.of("volume", "received", "delivered", "measured", "on-time", "late");
    Set<String> units = new TreeSet<>();
    for (String key : keys) {
      report
          .figure(key)
          .cells()
          .forEach(cell -> units.add(cell.dims().getOrDefault(Dimension.UNIT, "")));
    }
    units.remove(SmallCells.ALL);
    List<String> header = new ArrayList<>(List.of(say("unit")));
    keys.forEach(key -> header.add(label(key)));
    List<List<String>> rows = new ArrayList<>();
    for (String unit : units) {
      List<String> row = new ArrayList<>(List.of(name(unit)));
      keys.forEach(key -> row.add(String.valueOf(report.figure(key).total(Dimension.UNIT, unit))));
      rows.add(row);
    }
    body.add(new Table(say("appendix.table"), header, rows));
  }
}
