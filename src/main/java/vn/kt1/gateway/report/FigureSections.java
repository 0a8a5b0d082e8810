package vn.kt1.gateway.report;

import static vn.kt1.gateway.report.ReportLetters.VIETNAMESE;
import static vn.kt1.gateway.report.ReportLetters.say;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.document.Letter.Block;
import vn.kt1.gateway.report.document.Letter.Heading;
import vn.kt1.gateway.report.document.Letter.Paragraph;
import vn.kt1.gateway.report.document.Letter.Table;
import vn.kt1.gateway.report.figures.Counted;
import vn.kt1.gateway.report.figures.Dimension;
import vn.kt1.gateway.report.figures.FigureCell;
import vn.kt1.gateway.shipment.Text;

/** The sections of a letter that tell the gateway's own figures, in tables and charts. */
final class FigureSections {

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

  FigureSections(Report report) {
    this.report = report;
  }

  List<Block> all() {
    List<Block> body = new ArrayList<>();
    volume(body);
    quality(body);
    safety(body);
    confirmations(body);
    return body;
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

  static String label(String figure) {
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
}
