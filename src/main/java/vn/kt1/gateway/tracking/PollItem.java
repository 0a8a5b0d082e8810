package vn.kt1.gateway.tracking;

import java.time.Instant;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Urgency;

/**
 * An item under way about which the post is to be asked.
 *
 * @param newsAt when something new was last heard of it, or else when it appeared
 * @param silent answers without anything new since then
 * @param failures attempts without an answer since the last one
 * @param unreadable entries of the last answer that could not be read
 */
public record PollItem(
    String shipmentId,
    ItemCode itemCode,
    Urgency urgency,
    Instant handedOffAt,
    Instant newsAt,
    int silent,
    int failures,
    int unreadable) {}
