package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * News of one item. {@code source} is the code system, not the channel it came by: the same news in
 * a file and from the API is one event.
 *
 * @param occurredAt the start of the day in Vietnam where {@code dayOnly}: nothing else is told
 */
public record TrackingEvent(
    int row,
    String source,
    ItemCode itemCode,
    String rawCode,
    @Nullable String rawText,
    Instant occurredAt,
    @Nullable String location,
    @Nullable String note,
    boolean dayOnly) {

  private static final LocalTime LAST = LocalTime.of(23, 59, 59);

  /**
   * The moment an event counts as of. Of which only the day is told, that is its end for what ends
   * a shipment: what was under way in the morning must not hide that it arrived in the afternoon.
   */
  public static Instant moment(Instant occurredAt, boolean dayOnly, @Nullable ShipmentState state) {
    return dayOnly && state != null && state.end()
        ? occurredAt.atOffset(VietnamTime.OFFSET).with(LAST).toInstant()
        : occurredAt;
  }
}
