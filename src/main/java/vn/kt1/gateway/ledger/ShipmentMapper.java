package vn.kt1.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/** Maps a row for a caller. It does not even read degree data for callers who may not see it. */
record ShipmentMapper(Caller caller) implements RowMapper<ShipmentView> {

  @Override
  public ShipmentView mapRow(ResultSet row, int number) throws SQLException {
    String network = row.getString("network");
    return new ShipmentView(
        row.getString("shipment_id"),
        row.getString("hand_off_id"),
        row.getString("envelope_id"),
        row.getString("sender_code"),
        row.getString("sender_name"),
        new Recipient(
            row.getString("recipient_code"),
            row.getString("recipient_name"),
            row.getString("recipient_address"),
            row.getString("addressee")),
        Decision.Outcome.valueOf(row.getString("outcome")),
        ShipmentState.valueOf(row.getString("state")),
        network == null ? null : Network.valueOf(network),
        Urgency.valueOf(row.getString("urgency")),
        row.getBoolean("personal_only"),
        row.getObject("weight_grams", Integer.class),
        row.getInt("pieces"),
        row.getTimestamp("handed_off_at").toInstant(),
        order(row),
        itemCode(row),
        DutyColumns.confirmations(row),
        // SECURITY: only this line decides whether degree data leaves the ledger.
        caller.seesDegree(row.getString("sender_code")) ? degree(row) : null);
  }

  private static ShipmentView.@Nullable Ordered order(ResultSet row) throws SQLException {
    String orderId = row.getString("order_id");
    Timestamp sent = row.getTimestamp("sent_at");
    Instant sentAt = sent == null ? null : sent.toInstant();
    return orderId == null
        ? null
        : new ShipmentView.Ordered(orderId, row.getString("file_name"), sentAt);
  }

  private static @Nullable ItemCode itemCode(ResultSet row) throws SQLException {
    String normalised = row.getString("item_code");
    return normalised == null
        ? null
        : new ItemCode(
            row.getString("item_code_raw"), normalised, row.getBoolean("item_code_valid"));
  }

  private static ShipmentView.Degree degree(ResultSet row) throws SQLException {
    return new ShipmentView.Degree(
        Secrecy.valueOf(row.getString("secrecy")),
        row.getString("service"),
        List.of(RowJson.read(row.getString("reasons"), Reason[].class)),
        List.of(RowJson.read(row.getString("warnings"), Warning[].class)),
        proposed(row),
        DutyColumns.sla(row),
        DutyColumns.cost(row));
  }

  private static ShipmentView.@Nullable Proposed proposed(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("proposed_at");
    return at == null
        ? null
        : new ShipmentView.Proposed(
            row.getString("proposed_role"),
            at.toInstant(),
            RowJson.read(row.getString("proposed"), Answer.class),
            Network.valueOf(row.getString("opens")));
  }
}
