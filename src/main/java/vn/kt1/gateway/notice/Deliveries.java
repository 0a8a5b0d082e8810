package vn.kt1.gateway.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.shipment.ShipmentState;

/** Shipments that have arrived and whose sender wants to be told by mail. */
@Component
public class Deliveries {

  private static final String TOPIC = "delivered";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final DeliveryNotices words;
  private final Notices notices;
  private final Directory directory;

  Deliveries(
      JdbcClient jdbc, Outbox outbox, DeliveryNotices words, Notices notices, Directory directory) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.words = words;
    this.notices = notices;
    this.directory = directory;
  }

  /** In the transaction of the news itself. */
  @EventListener
  public void moved(ShipmentsMoved news) {
    owe(
        news.to().entrySet().stream()
            .filter(move -> move.getValue() == ShipmentState.DELIVERED)
            .map(Map.Entry::getKey)
            .toList());
  }

  /** To whom wants to be told only; a shipment that is owed already stays owed once. */
  private void owe(Collection<String> shipments) {
    String[] told = told();
    if (shipments.isEmpty() || told.length == 0) {
      return;
    }
    List<String> owed =
        jdbc.sql(
                """
                select s.shipment_id from shipment s
                join hand_off h on h.hand_off_key = s.hand_off_key
                where s.shipment_id in (select unnest(?)) and h.partner = any(?)
                """)
            .param(shipments.toArray(String[]::new))
            .param(told)
            .query(String.class)
            .list();
    outbox.putOnce(TOPIC, owed);
  }

  private String[] told() {
    return directory.partners().stream()
        .filter(partner -> partner.mail() != null && partner.mail().deliveryNotices())
        .map(Partner::id)
        .toArray(String[]::new);
  }

  /** It has not arrived after all. */
  public void withdraw(String shipmentId) {
    outbox.withdraw(TOPIC, shipmentId);
  }

  /** Owes a notice for each shipment that has arrived. */
  public void tell() {
    outbox.each(TOPIC, this::tell);
  }

  private void tell(String shipmentId) {
    Notice notice = words.compose(delivered(shipmentId));
    if (notice != null) {
      notices.owe(notice);
    }
  }

  private Delivered delivered(String shipmentId) {
    return jdbc.sql(
            """
            select h.partner, h.hand_off_id, s.envelope_id, s.shipment_id, s.item_code,
              s.state_since
            from shipment s join hand_off h on h.hand_off_key = s.hand_off_key
            where s.shipment_id = ?
            """)
        .param(shipmentId)
        .query((row, number) -> delivered(row))
        .single();
  }

  private static Delivered delivered(ResultSet row) throws SQLException {
    return new Delivered(
        row.getString("partner"),
        row.getString("hand_off_id"),
        row.getString("envelope_id"),
        row.getString("shipment_id"),
        row.getString("item_code"),
        row.getTimestamp("state_since").toInstant());
  }
}
