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
   * Where to look for its state, by {@code shipment.stage}. Empty where the caller's own shipments,
   * or those of the unit, are looked at instead: a stage that many shipments end in is only for a
   * caller who passes none of it over.
   */
  List<String> stages(Caller caller) {
    boolean all = caller.readsAll() && unit == null;
    if (state == null || state == ShipmentState.DELIVERED) {
      return List.of();
    }
    return switch (state) {
      case REGISTERED -> all ? List.of(UNDER_WAY, OTHER_NETWORK) : List.of();
      case CANCELLED, REFUSED -> all ? List.of(state.name()) : List.of();
      case RETURNED, LOST, ORDER_REFUSED -> unit == null ? List.of(state.name()) : List.of();
      case HELD -> List.of(state.name());
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
