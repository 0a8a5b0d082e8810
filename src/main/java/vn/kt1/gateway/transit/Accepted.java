package vn.kt1.gateway.transit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Urgency;

/**
 * A shipment the post has accepted, and when it first came to the door.
 *
 * @param deliverAt the agreed time of one that is timed
 */
record Accepted(
    String shipmentId,
    String senderCode,
    @Nullable String recipientCode,
    String service,
    @Nullable Instant deliverAt,
    Instant acceptedAt,
    @Nullable Instant attemptedAt) {

  /** As which it was ordered: the service says it, whatever stands on the envelope. */
  Urgency urgency() {
    return service.contains(Urgency.EXPRESS.name()) ? Urgency.EXPRESS : Urgency.NORMAL;
  }
}
