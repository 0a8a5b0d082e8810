package vn.kt1.gateway.ledger;

import java.time.Instant;
import java.util.List;
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

  private static final String UNDER_WAY = "UNDER_WAY";
  private static final String OTHER_NETWORK = "OTHER_NETWORK";

  /** The last row of the page before. */
  public record Cursor(Instant handedOffAt, String shipmentId) {}

  /** Whether it names what few shipments have, each of which an index finds. */
  boolean namesFew() {
    return itemCode != null || handOffId != null || envelopeId != null || orderId != null;
  }

  /**
   * Where to look for its state, by {@code shipment.stage}; empty where nearly all shipments have
   * it, and for the registered ones of a unit, which are fewer than all of them.
   */
  List<String> stages() {
    if (state == null) {
      return List.of();
    }
    return switch (state) {
      case DELIVERED -> List.of();
      case REGISTERED -> unit == null ? List.of(UNDER_WAY, OTHER_NETWORK) : List.of();
      case HELD, RETURNED, LOST, CANCELLED, REFUSED, ORDER_REFUSED -> List.of(state.name());
      default -> List.of(UNDER_WAY);
    };
  }

  /** Whether it passes over shipments that no index leaves out. */
  boolean passesOver(Caller caller) {
    return state != null
        || network != null
        || decision != null
        || unit != null && !caller.readsAll();
  }
}
