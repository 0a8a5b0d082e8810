package vn.kt1.gateway.tariff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Prices each KT1 shipment once the post has accepted it, by the post's weight and the table of
 * that day. A charge that is whole stays, with the digest of its table; only a withdrawn or
 * corrected acceptance changes it.
 */
@Component
public class Charges {

  private static final String TOPIC = "charge";
  private static final int AT_ONCE = 100;
  private static final Set<ShipmentState> ACCEPTED = Set.of(ShipmentState.ACCEPTED);

  private record Accepted(
      String senderCode,
      String senderProvince,
      @Nullable String recipientCode,
      String service,
      @Nullable Integer weightGrams,
      Instant acceptedAt) {}

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Directory directory;
  private final Clock clock;

  Charges(JdbcClient jdbc, Outbox outbox, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.directory = directory;
    this.clock = clock;
  }

  /** In the transaction of the news itself. */
  @EventListener
  public void told(ShipmentsTold news) {
    List<String> accepted = news.shipments(ACCEPTED);
    if (accepted.isEmpty()) {
      return;
    }
    put(
        jdbc.sql(
                """
                select s.shipment_id from unnest(?) told (shipment_id)
                join shipment s using (shipment_id) left join charge c using (shipment_id)
                where s.network = 'KT1' and (? or c.amount is null)
                """)
            .param(accepted.toArray(String[]::new))
            .param(news.withdrawn())
            .query(String.class)
            .list());
  }

  /** What lacked something, for there is a new table. */
  void priceAnew() {
    put(jdbc.sql("select shipment_id from charge where amount is null").query(String.class).list());
  }

  /** What lacked a zone, for the zones may be others at this start. */
  void zoneAnew() {
    put(
        jdbc.sql("select shipment_id from charge where 'zone' = any (missing)")
            .query(String.class)
            .list());
  }

  private void put(Collection<String> shipments) {
    if (!shipments.isEmpty()) {
      outbox.putOnce(TOPIC, shipments);
    }
  }

  /** Prices all that waits. */
  public void price() {
    outbox.some(TOPIC, AT_ONCE, shipments -> shipments.forEach(this::price));
  }

  private void price(String shipmentId) {
    Accepted accepted = accepted(shipmentId).orElse(null);
    if (accepted == null) {
      jdbc.sql("delete from charge where shipment_id = ?").param(shipmentId).update();
      return;
    }
    LocalDate day = VietnamTime.day(accepted.acceptedAt());
    PriceTable table = directory.terms().prices(accepted.senderProvince(), day).orElse(null);
    Zone zone = directory.zone(accepted.senderCode(), accepted.recipientCode(), day).orElse(null);
    Priced.Item item = new Priced.Item(accepted.service(), zone, accepted.weightGrams());
    write(shipmentId, accepted, item, Priced.of(item, table), table);
  }

  private Optional<Accepted> accepted(String shipmentId) {
    return jdbc.sql(
            """
            select s.sender_code, s.sender_province, s.recipient_code, s.service, a.weight_grams,
              coalesce(a.answered_at, a.recorded_at) as accepted_at
            from shipment s join post_order o using (shipment_id)
            join post_answer a on a.order_id = o.order_id
              and a.first and not a.withdrawn and a.result = 'ACCEPTED'
            where s.shipment_id = ? and s.network = 'KT1'
            """)
        .param(shipmentId)
        .query(Accepted.class)
        .optional();
  }

  private static List<Map<String, Object>> parts(Priced priced) {
    return priced.parts().entrySet().stream()
        .map(part -> Map.<String, Object>of("part", part.getKey(), "amount", part.getValue()))
        .toList();
  }

  private void write(
      String shipmentId,
      Accepted accepted,
      Priced.Item item,
      Priced priced,
      @Nullable PriceTable table) {
    KeptTariff kept = table == null ? null : KeptTariff.of(table);
    jdbc.sql(
            """
            insert into charge (shipment_id, accepted_at, weight_grams, zone, tariff, tariff_sha256,
              parts, amount, vat_percent, vat, missing, computed_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict (shipment_id) do update set accepted_at = excluded.accepted_at,
              weight_grams = excluded.weight_grams, zone = excluded.zone,
              tariff = excluded.tariff, tariff_sha256 = excluded.tariff_sha256,
              parts = excluded.parts, amount = excluded.amount,
              vat_percent = excluded.vat_percent, vat = excluded.vat,
              missing = excluded.missing, computed_at = excluded.computed_at
            where charge.amount is null
              or (charge.accepted_at, charge.weight_grams)
                is distinct from (excluded.accepted_at, excluded.weight_grams)
            """)
        .params(shipmentId, Timestamp.from(accepted.acceptedAt()))
        .param(item.grams())
        .param(item.zone() == null ? null : item.zone().name())
        .param(kept == null ? null : kept.table().id())
        .param(kept == null ? null : kept.sha256())
        .param(RowJson.write(parts(priced)))
        .param(priced.amount())
        .param(table == null ? null : table.vatPercent())
        .param(priced.vat())
        .param(priced.missing().toArray(String[]::new))
        .param(Timestamp.from(clock.instant()))
        .update();
  }
}
