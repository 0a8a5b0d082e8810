package vn.kt1.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.shipment.Delivered;

/** Shipments that have arrived and whose sender has not been told yet. */
@Component
public class Deliveries {

  private static final String TOPIC = "delivered";

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Deliveries(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** In the transaction of the news itself; a shipment that is owed already stays owed once. */
  void owe(Collection<String> shipments) {
    if (!shipments.isEmpty()) {
      outbox.putOnce(TOPIC, shipments);
    }
  }

  /** The next one to be told, or null. */
  @Transactional
  public @Nullable Delivered claim() {
    UUID lease = UUID.randomUUID();
    return outbox.claim(TOPIC, lease).map(claimed -> read(lease, claimed.key())).orElse(null);
  }

  private Delivered read(UUID lease, String shipment) {
    return jdbc.sql(
            """
            select h.partner, h.hand_off_id, s.envelope_id, s.shipment_id, s.item_code,
              s.state_since
            from shipment s join hand_off h on h.hand_off_key = s.hand_off_key
            where s.shipment_id = ?
            """)
        .param(shipment)
        .query((row, number) -> delivered(lease, row))
        .single();
  }

  private static Delivered delivered(UUID lease, ResultSet row) throws SQLException {
    return new Delivered(
        lease,
        row.getString("partner"),
        row.getString("hand_off_id"),
        row.getString("envelope_id"),
        row.getString("shipment_id"),
        row.getString("item_code"),
        row.getTimestamp("state_since").toInstant());
  }

  public void done(Delivered delivered) {
    outbox.done(delivered.lease());
  }
}
