package vn.kt1.gateway.transit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.ShipmentState;

/** A shipment that has not come to the door and is late, or about to be. */
record Overdue(
    String shipmentId,
    @Nullable String itemCode,
    String senderCode,
    String senderName,
    ShipmentState state,
    Instant dueAt) {

  /** Whole hours that are left; negative when it is late, each hour that has begun counted. */
  long hoursLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, dueAt).toSeconds(), 3600L);
  }
}
