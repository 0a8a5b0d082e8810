package vn.kt1.gateway.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.SmallCells;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** Says a report in the words of a letter, section by section. */
final class ReportLetters {

  static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

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
    body.addAll(new FigureSections(report).all());
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

  static String say(String key, String... with) {
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
    keys.forEach(key -> header.add(FigureSections.label(key)));
    List<List<String>> rows = new ArrayList<>();
    for (String unit : units) {
      List<String> row = new ArrayList<>(List.of(name(unit)));
      keys.forEach(key -> row.add(String.valueOf(report.figure(key).total(Dimension.UNIT, unit))));
      rows.add(row);
    }
    body.add(new Table(say("appendix.table"), header, rows));
  }
}
