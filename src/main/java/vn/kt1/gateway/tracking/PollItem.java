package vn.kt1.gateway.tracking;

import java.time.Instant;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Urgency;

/**
 * An item under way about which the post is to be asked.
 *
 * @param newsAt when there was last something new; at first when the item appeared
 * @param silent the number of answers without news since then
 * @param failures the number of queries without an answer since the last answer
 * @param unreadable the number of unreadable entries in the last answer
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
