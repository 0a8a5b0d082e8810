package vn.kt1.gateway.quality;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** How a month is written for people, in Vietnamese. */
final class QualityWords {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
  private static final DateTimeFormatter DAY = at("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = at("dd/MM/yyyy HH:mm");

  private QualityWords() {}

  private static DateTimeFormatter at(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(VietnamTime.VIETNAM);
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  static String day(@Nullable Instant at) {
    return at == null ? "" : DAY.format(at);
  }

  static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  static String result(QualityRow row, Instant asOf) {
    String said = Text.of("quality.result." + row.result(asOf)).vi();
    return row.excluded() == null
        ? said
        : said + ": " + Text.of("quality.excluded." + row.excluded()).vi();
  }

  /** What the unit has said; empty where it has said nothing. */
  static String answer(QualityRow row) {
    if (row.agreed() == null) {
      return "";
    }
    String said = Text.of(row.agreed() ? "quality.agreed" : "quality.objected").vi();
    return row.reason() == null ? said : said + ": " + row.reason();
  }

  static String state(QualityMonth month) {
    return Text.of("quality.state." + month.figures().state()).vi();
  }

  /** A rate with the comma of Vietnamese; a dash where there is no volume. */
  static String rate(QualityFigures figures, int part) {
    var rate = figures.rate(part);
    return rate == null
        ? "–"
        : String.format(Locale.ROOT, "%s%%", rate.toPlainString().replace('.', ','));
  }
}
