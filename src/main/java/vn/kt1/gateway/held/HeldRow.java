package vn.kt1.gateway.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Urgency;

/** A locked shipment that may be held. The decision is the one in the row. */
record HeldRow(
    String shipmentId,
    String province,
    ShipmentState state,
    Outcome outcome,
    String reasons,
    String warnings,
    @Nullable String ruling,
    @Nullable String correlationId,
    HandOff handOff,
    Envelope envelope,
    @Nullable Network chosen) {

  /**
   * Locks the shipment against moves. A stronger lock would also block rows that refer to it, such
   * as the order owed.
   */
  static final String LOCKED =
      """
      select s.*, h.partner, h.hand_off_id, h.correlation_id
      from shipment s join hand_off h on h.hand_off_key = s.hand_off_key
      where s.shipment_id = ? for no key update of s
      """;

  boolean held() {
    return state == ShipmentState.HELD && outcome == Outcome.HELD;
  }

  static HeldRow of(ResultSet row, int number) throws SQLException {
    return new HeldRow(
        row.getString("shipment_id"),
        row.getString("sender_province"),
        ShipmentState.valueOf(row.getString("state")),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("reasons"),
        row.getString("warnings"),
        row.getString("ruling"),
        row.getString("correlation_id"),
        handOff(row),
        envelope(row),
        network(row.getString("chosen_network")));
  }

  /** Without the digest and the other envelopes, which do not matter for this decision. */
  private static HandOff handOff(ResultSet row) throws SQLException {
    return new HandOff(
        row.getString("partner"),
        row.getString("hand_off_id"),
        row.getString("sender_code"),
        row.getTimestamp("handed_off_at").toInstant(),
        true,
        "",
        List.of());
  }

  private static Envelope envelope(ResultSet row) throws SQLException {
    return new Envelope(
        row.getString("envelope_id"),
        new Recipient(
            row.getString("recipient_code"),
            row.getString("recipient_name"),
            row.getString("recipient_address"),
            row.getString("addressee")),
        Secrecy.valueOf(row.getString("secrecy")),
        Urgency.valueOf(row.getString("urgency")),
        time(row.getTimestamp("deliver_at")),
        row.getObject("weight_grams", Integer.class),
        row.getInt("pieces"),
        row.getObject("entered_in_register", Boolean.class),
        row.getBoolean("personal_only"),
        network(row.getString("wish")));
  }

  private static @Nullable Instant time(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Network network(@Nullable String name) {
    return name == null ? null : Network.valueOf(name);
  }
}
