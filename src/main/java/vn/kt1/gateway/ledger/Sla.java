package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.ShipmentState;

/**
 * How a shipment stands to its transit time. SECURITY: degree data.
 *
 * @param promised whether a table of transit times is in force for the day of the hand-off
 * @param deliverAt the agreed time of one that is timed
 * @param acceptedAt by the post; until then no time runs
 * @param dueAt null where nobody has promised a time
 * @param attemptedAt when it first came to the door
 * @param excluded why its time does not count
 */
record Sla(
    @Nullable Network network,
    ShipmentState state,
    boolean promised,
    @Nullable Instant deliverAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant dueAt,
    @Nullable Instant attemptedAt,
    @Nullable String excluded) {

  /** The results of the contract (3.3). */
  enum Result {
    ON_TIME,
    LATE,
    NO_TARGET,
    OPEN
  }

  /** What is shown as due: before acceptance, only an agreed time. */
  @Nullable Instant shownDue() {
    if (network != Network.KT1) {
      return null;
    }
    return acceptedAt == null ? deliverAt : dueAt;
  }

  /**
   * One that comes back or is lost before any attempt is judged by the clock as any other: it has
   * not come to the door. Nothing is promised any more for one that was cancelled.
   */
  Result result(Instant now) {
    if (network != Network.KT1 || attemptedAt == null && state == ShipmentState.CANCELLED) {
      return Result.NO_TARGET;
    }
    if (acceptedAt == null) {
      return deliverAt != null || promised ? Result.OPEN : Result.NO_TARGET;
    }
    if (dueAt == null) {
      return Result.NO_TARGET;
    }
    if (attemptedAt == null) {
      return now.isAfter(dueAt) ? Result.LATE : Result.OPEN;
    }
    return attemptedAt.isAfter(dueAt) ? Result.LATE : Result.ON_TIME;
  }
}
