package vn.kt1.gateway.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.kt1.gateway.paper.Paper;
import vn.kt1.gateway.paper.Printable;
import vn.kt1.gateway.quality.QualityRow.Result;

/** Prints the page for two signatures. */
final class QualityPage {

  /** A number with its rate; without one the rate is empty. */
  record Figure(String label, String count, String rate) {}

  /** A row as it is printed. */
  record Line(
      String shipmentId,
      String itemCode,
      String accepted,
      String attempted,
      String result,
      String incidents,
      String answer) {}

  /** What the template shows. */
  record Shown(
      String unit,
      String code,
      String province,
      String month,
      String asOf,
      boolean preliminary,
      String state,
      List<Figure> figures,
      List<Line> lines) {}

  private final Paper paper = new Paper();

  /** Returns the bytes of the PDF; the same month always gives the same bytes. */
  byte[] print(QualityMonth month) {
    String title = "KT1-QUALITY " + month.unit().code() + " " + month.month();
    return paper.print("quality/quality.html", title, Map.of("page", shown(month)));
  }

  static Shown shown(QualityMonth month) {
    return new Shown(
        Printable.of(month.unit().name()),
        month.unit().code(),
        Printable.of(month.province().name()),
        QualityWords.month(month.month()),
        QualityWords.time(month.asOf()),
        month.preliminary(),
        QualityWords.state(month),
        figures(month.figures()),
        month.rows().stream().map(row -> line(row, month.asOf())).toList());
  }

  static List<Figure> figures(QualityFigures all) {
    return List.of(
        counted("Sản lượng", all.volume()),
        rated("Đúng thời gian", all, all.of(Result.ON_TIME)),
        rated("Quá thời gian", all, all.of(Result.LATE)),
        counted("Chưa có chỉ tiêu", all.of(Result.NO_TARGET)),
        counted("Loại trừ", all.of(Result.EXCLUDED)),
        counted("Chưa phát, chưa quá hạn", all.of(Result.OPEN)),
        rated("Chuyển hoàn", all, all.returned()),
        counted("Phát thành công lần đầu", all.firstAttempt()),
        counted("Sự cố", all.incidents()));
  }

  private static Figure counted(String label, int count) {
    return new Figure(label, String.valueOf(count), "");
  }

  private static Figure rated(String label, QualityFigures all, int count) {
    return new Figure(label, String.valueOf(count), QualityWords.rate(all, count));
  }

  private static Line line(QualityRow row, Instant asOf) {
    return new Line(
        row.shipmentId(),
        Printable.of(Objects.requireNonNullElse(row.itemCode(), "")),
        QualityWords.time(row.accepted()),
        QualityWords.time(row.attempted()),
        QualityWords.result(row, asOf) + (row.returned() ? "; chuyển hoàn" : ""),
        row.incidents() == 0 ? "" : String.valueOf(row.incidents()),
        Printable.of(QualityWords.answer(row)));
  }
}
