package vn.kt1.gateway.shipment;

import java.time.Instant;

/** A shipment's state and the time of the event that set it. */
public record StateSince(ShipmentState state, Instant since) {

  /**
   * The standing after one more event: that of the latest {@code occurredAt}, not of the highest
   * rank, since real parcels go back and forth. Of two at the same time the one recorded later
   * counts. The gateway's own states give way whatever the clocks say.
   */
  public StateSince after(ShipmentState next, Instant occurredAt) {
    boolean late = !state.own() && occurredAt.isBefore(since);
    return late || !state.mayBecome(next) ? this : new StateSince(next, occurredAt);
  }
}
