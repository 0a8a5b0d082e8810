package vn.kt1.gateway.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.quality.QualityRow.Result;

/**
 * The figures of a month. Every rate has the volume as its denominator; the five results add up to
 * it.
 *
 * @param incidents in the register, of these shipments
 */
record QualityFigures(
    int volume,
    Map<Result, Integer> results,
    int returned,
    int firstAttempt,
    int incidents,
    int agreed,
    int objected) {

  /** How far a month is confirmed. */
  enum State {
    /** The unit has said nothing. */
    MISSING,
    PARTLY,
    AGREED,
    /** It has objected to one row or more. */
    OBJECTED
  }

  static QualityFigures of(List<QualityRow> rows, Instant asOf) {
    Map<Result, Integer> results = new EnumMap<>(Result.class);
    for (Result result : Result.values()) {
      results.put(result, 0);
    }
    rows.forEach(row -> results.merge(row.result(asOf), 1, Integer::sum));
    return new QualityFigures(
        rows.size(),
        results,
        (int) rows.stream().filter(QualityRow::returned).count(),
        (int) rows.stream().filter(QualityRow::firstAttempt).count(),
        rows.stream().mapToInt(QualityRow::incidents).sum(),
        (int) rows.stream().filter(row -> Boolean.TRUE.equals(row.agreed())).count(),
        (int) rows.stream().filter(row -> Boolean.FALSE.equals(row.agreed())).count());
  }

  int of(Result result) {
    return results.getOrDefault(result, 0);
  }

  int missing() {
    return volume - agreed - objected;
  }

  State state() {
    return state(volume, agreed, objected);
  }

  static State state(int volume, int agreed, int objected) {
    if (objected > 0) {
      return State.OBJECTED;
    }
    if (agreed == 0) {
      return State.MISSING;
    }
    return agreed == volume ? State.AGREED : State.PARTLY;
  }

  /** Per cent of the volume, one digit, half up; null where there is none. */
  @Nullable BigDecimal rate(int part) {
    return volume == 0
        ? null
        : BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(volume), 1, RoundingMode.HALF_UP);
  }
}
