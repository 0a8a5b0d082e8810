package vn.kt1.gateway.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One shipment of a month, as the post has carried it.
 *
 * @param attempted when it first came to the door, delivered or not
 * @param excluded why its time does not count
 * @param firstAttempt whether it was delivered when it first came to the door
 * @param agreed what the unit has said of it; null: nothing yet
 */
record QualityRow(
    String shipmentId,
    @Nullable String itemCode,
    Instant accepted,
    @Nullable Instant due,
    @Nullable Instant attempted,
    @Nullable String excluded,
    @Nullable Instant delivered,
    boolean firstAttempt,
    boolean returned,
    int incidents,
    @Nullable Boolean agreed,
    @Nullable String reason) {

  /** Whether it came in time. Each shipment has one of these. */
  enum Result {
    ON_TIME,
    LATE,
    /** Nobody has promised a time. */
    NO_TARGET,
    /** Somebody has said why its time does not count. */
    EXCLUDED,
    /** It has not come to the door, and is not late yet. */
    OPEN
  }

  /** As the time of counting shows it. */
  Result result(Instant asOf) {
    if (excluded != null) {
      return Result.EXCLUDED;
    }
    if (due == null) {
      return Result.NO_TARGET;
    }
    if (attempted == null) {
      return asOf.isAfter(due) ? Result.LATE : Result.OPEN;
    }
    return attempted.isAfter(due) ? Result.LATE : Result.ON_TIME;
  }
}
