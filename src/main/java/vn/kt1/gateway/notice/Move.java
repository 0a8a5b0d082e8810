package vn.kt1.gateway.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Contract.Told;

/**
 * What a sender may be told of the way of a shipment.
 *
 * @param partner the owner of the hand-off's id, which may be a unit's clerk
 * @param sender the unit that sends
 * @param dayOnly only the day is known; {@code at} is its beginning
 */
public record Move(
    Told told,
    String partner,
    String sender,
    String handOffId,
    String envelopeId,
    String shipmentId,
    @Nullable String itemCode,
    Instant at,
    boolean dayOnly) {}
