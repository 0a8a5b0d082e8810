package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.ShipmentState;

/** What to list: {@code from} inclusive, {@code to} exclusive, on the time of the hand-off. */
public record ShipmentQuery(
    @Nullable String unit,
    @Nullable ShipmentState state,
    @Nullable Network network,
    Decision.@Nullable Outcome decision,
    @Nullable String itemCode,
    @Nullable String handOffId,
    @Nullable String envelopeId,
    @Nullable String orderId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Cursor after,
    int limit) {

  /** The last row of the page before. */
  public record Cursor(Instant handedOffAt, String shipmentId) {}

  /** Whether it names what few shipments have, each of which an index finds. */
  boolean namesFew() {
    return state == ShipmentState.HELD
        || itemCode != null
        || handOffId != null
        || envelopeId != null
        || orderId != null;
  }

  /** Whether it passes over shipments that no index leaves out. */
  boolean passesOver(Caller caller) {
    return state != null
        || network != null
        || decision != null
        || unit != null && !caller.readsAll();
  }
}
