package vn.kt1.gateway.quality;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.quality.QualityRow.Result;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.LongAnswer;

/** A month as JSON. */
final class QualityJson {

  private QualityJson() {}

  /** Without its rows. */
  static Map<String, @Nullable Object> head(QualityMonth month) {
    QualityFigures figures = month.figures();
    return new AnswerFields()
        .with(
            "unit",
            new AnswerFields()
                .with("code", month.unit().code())
                .with("name", month.unit().name())
                .done())
        .with("province", month.province().id())
        .with("month", month.month().toString())
        .with("asOf", AnswerTimes.show(month.asOf()))
        .with("preliminary", month.preliminary())
        .with("answerUntil", month.lastDay().toString())
        .with("closed", month.closed())
        .with("state", figures.state().name())
        .with("figures", figures(figures))
        .done();
  }

  static byte[] of(QualityMonth month) {
    return new LongAnswer<>(head(month), "rows", month.rows(), row -> row(month, row)).bytes();
  }

  private static Map<String, @Nullable Object> figures(QualityFigures all) {
    return new AnswerFields()
        .with("volume", all.volume())
        .with("onTime", all.of(Result.ON_TIME))
        .with("onTimePercent", all.rate(all.of(Result.ON_TIME)))
        .with("late", all.of(Result.LATE))
        .with("latePercent", all.rate(all.of(Result.LATE)))
        .with("noTarget", all.of(Result.NO_TARGET))
        .with("excluded", all.of(Result.EXCLUDED))
        .with("open", all.of(Result.OPEN))
        .with("returned", all.returned())
        .with("returnedPercent", all.rate(all.returned()))
        .with("firstAttempt", all.firstAttempt())
        .with("incidents", all.incidents())
        .with("agreed", all.agreed())
        .with("objected", all.objected())
        .with("missing", all.missing())
        .done();
  }

  private static Map<String, @Nullable Object> row(QualityMonth month, QualityRow row) {
    return new AnswerFields()
        .with("shipmentId", row.shipmentId())
        .with("itemCode", row.itemCode())
        .with("acceptedAt", AnswerTimes.show(row.accepted()))
        .with("attemptedAt", AnswerTimes.show(row.attempted()))
        .with("result", row.result(month.asOf()).name())
        .with("excluded", row.excluded())
        .with("returned", row.returned())
        .with("incidents", row.incidents())
        .with("agreed", row.agreed())
        .with("reason", row.reason())
        .done();
  }

  static Map<String, @Nullable Object> list(
      YearMonth month, List<QualityRows.Confirmed> units, UnaryOperator<String> name) {
    return new AnswerFields()
        .with("month", month.toString())
        .with("items", units.stream().map(one -> unit(one, name)).toList())
        .done();
  }

  private static Map<String, @Nullable Object> unit(
      QualityRows.Confirmed one, UnaryOperator<String> name) {
    return new AnswerFields()
        .with("unit", one.unit())
        .with("name", name.apply(one.unit()))
        .with("province", one.province())
        .with("state", QualityFigures.state(one.rows(), one.agreed(), one.objected()).name())
        .with("rows", one.rows())
        .with("agreed", one.agreed())
        .with("objected", one.objected())
        .with("missing", one.rows() - one.agreed() - one.objected())
        .done();
  }
}
