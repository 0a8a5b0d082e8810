package vn.kt1.gateway.post;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Departure;
import vn.kt1.gateway.dispatch.Outgoing;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Parcels;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.table.Csv;

/**
 * Asks the post to cancel (docs/files.md): one file a shipment, CSV, UTF-8, times at +07:00. It is
 * made once the post has the order.
 */
@Component
public class CancellationFiles implements Departure {

  static final String KIND = "CANCELLATION";

  private static final Object[] HEADER = {"order_id", "shipment_id", "asked_at"};

  private record Asked(String orderId, String shipmentId, Instant askedAt) {}

  private final JdbcClient jdbc;
  private final PostSeal seal;
  private final Parcels parcels;
  private final Evidence evidence;
  private final Clock clock;

  CancellationFiles(
      JdbcClient jdbc, PostSeal seal, Parcels parcels, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.parcels = parcels;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** All that the post can be asked now. */
  @Transactional
  public void make() {
    jdbc.sql(
            """
            select o.order_id, c.shipment_id, c.asked_at from cancellation c
            join post_order o on o.shipment_id = c.shipment_id
            join order_file f on f.name = o.file_name
            where c.file_name is null and f.sent_at is not null
            order by c.asked_at limit 100 for update of c skip locked
            """)
        .query(Asked.class)
        .list()
        .forEach(this::make);
  }

  /** The name follows from the order, so there is one. */
  private void make(Asked asked) {
    PostSeal.Sealed file = seal.seal(content(asked));
    String name = "KT1-CANCEL_" + asked.orderId() + ".csv" + file.ending();
    jdbc.sql("update cancellation set file_name = ? where shipment_id = ?")
        .params(name, asked.shipmentId())
        .update();
    parcels.owe(Outgoing.byKt1(KIND, name, asked.shipmentId(), file.content()));
  }

  private static byte[] content(Asked asked) {
    StringBuilder file = new StringBuilder();
    Csv.write(file, HEADER);
    Csv.write(file, asked.orderId(), asked.shipmentId(), VietnamTime.stamp(asked.askedAt()));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public void left(Parcel parcel) {
    jdbc.sql("update cancellation set sent_at = ? where file_name = ?")
        .params(Timestamp.from(clock.instant()), parcel.name())
        .update();
    evidence.record(
        "gateway", "cancellation-sent", parcel.name(), Map.of("sha256", parcel.sha256()));
  }

  @Override
  public boolean contentEnds() {
    return true;
  }
}
