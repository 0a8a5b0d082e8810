package vn.kt1.gateway.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Kt1Leave;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;

/** Reads what an order needs from the shipment. */
@Component
class OrderRead {

  private final JdbcClient jdbc;

  OrderRead(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the shipments that go by KT1, in the order they were handed over. */
  List<Order> orders(List<String> shipments) {
    return jdbc.sql(
            """
            select shipment_id, sender_code, sender_name, sender_address, recipient_code,
              recipient_name, recipient_address, addressee, secrecy, urgency, deliver_at,
              weight_grams, pieces, personal_only, outcome, network, service, handed_off_at
            from shipment where shipment_id = any (?) and network = 'KT1'
            order by hand_off_key, position
            """)
        .param(shipments.toArray(String[]::new))
        .query(OrderRead::order)
        .list();
  }

  String province(String shipmentId) {
    return jdbc.sql("select sender_province from shipment where shipment_id = ?")
        .param(shipmentId)
        .query(String.class)
        .single();
  }

  private static Order order(ResultSet row, int number) throws SQLException {
    Secrecy secrecy = Secrecy.valueOf(row.getString("secrecy"));
    String shipmentId = row.getString("shipment_id");
    return new Order(
        Orders.orderId(shipmentId),
        shipmentId,
        leave(row),
        secrecy.mark(),
        Urgency.valueOf(row.getString("urgency")),
        instant(row.getTimestamp("deliver_at")),
        new Order.Party(
            row.getString("sender_code"),
            row.getString("sender_name"),
            row.getString("sender_address")),
        new Recipient(
            row.getString("recipient_code"),
            row.getString("recipient_name"),
            row.getString("recipient_address"),
            row.getString("addressee")),
        row.getBoolean("personal_only"),
        row.getObject("weight_grams", Integer.class),
        row.getInt("pieces"),
        row.getTimestamp("handed_off_at").toInstant());
  }

  /** SECURITY: asked of the decision once more, whatever the query has let through. */
  private static Kt1Leave leave(ResultSet row) throws SQLException {
    String service = row.getString("service");
    return new Decision(
            Decision.Outcome.valueOf(row.getString("outcome")),
            network(row),
            service == null ? null : new Kt1Service(service),
            List.of(),
            List.of(),
            null)
        .leaveForKt1()
        .orElseThrow(() -> new IllegalStateException("an order of what does not go by KT1"));
  }

  private static @Nullable Network network(ResultSet row) throws SQLException {
    String network = row.getString("network");
    return network == null ? null : Network.valueOf(network);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** Of the digests of a file in evidence. */
  Salt salt(String file) {
    return jdbc.sql("select salt from order_file where name = ?")
        .param(file)
        .query((row, number) -> new Salt(row.getString("salt")))
        .single();
  }
}
