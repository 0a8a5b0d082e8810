package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.evidence.Evidence;

/** Cancellations on their way to the post: each once the post has the order it is about. */
@Component
public class CancellationCarriage {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Evidence evidence;
  private final Clock clock;

  CancellationCarriage(JdbcClient jdbc, Outbox outbox, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The next one the post can be asked, or null. */
  @Transactional
  public @Nullable Cancellation claim() {
    UUID lease = UUID.randomUUID();
    return outbox
        .claim(Cancellations.TOPIC, lease)
        .flatMap(claimed -> ripe(lease, claimed))
        .orElse(null);
  }

  /** Nothing, and due again after a pause, as long as the file with the order has not left. */
  private Optional<Cancellation> ripe(UUID lease, Outbox.Claimed claimed) {
    Optional<Cancellation> ripe =
        jdbc.sql(
                """
                select o.order_id, c.asked_at from cancellation c
                join post_order o on o.shipment_id = c.shipment_id
                join order_file f on f.name = o.file_name
                where c.shipment_id = ? and f.sent_at is not null
                """)
            .param(claimed.key())
            .query(
                (row, number) ->
                    new Cancellation(
                        lease,
                        row.getString("order_id"),
                        claimed.key(),
                        row.getTimestamp("asked_at").toInstant(),
                        claimed.attempts()))
            .optional();
    if (ripe.isEmpty()) {
      outbox.postpone(lease, claimed.attempts());
    }
    return ripe;
  }

  /** The file as it was made first, whatever it would be now: the post may have half of it. */
  @Transactional
  public CancellationFile keep(CancellationFile made) {
    Cancellation asked = made.cancellation();
    jdbc.sql(
            """
            update cancellation set file_name = ?, content = ?, sha256 = ?
            where shipment_id = ? and sha256 is null
            """)
        .params(made.name(), made.content(), made.sha256(), asked.shipmentId())
        .update();
    return jdbc.sql(
            """
            select file_name, content from cancellation
            where shipment_id = ? and content is not null
            """)
        .param(asked.shipmentId())
        .query(
            (row, number) ->
                new CancellationFile(asked, row.getString("file_name"), row.getBytes("content")))
        .optional()
        // Sent meanwhile by another, whose lease this one had.
        .orElse(made);
  }

  /** The post has the file. Twice is once. */
  @Transactional
  public void sent(CancellationFile file) {
    Cancellation asked = file.cancellation();
    outbox.done(asked.lease());
    int first =
        jdbc.sql(
                "update cancellation set sent_at = ?, content = null where shipment_id = ? and"
                    + " sent_at is null")
            .params(Timestamp.from(clock.instant()), asked.shipmentId())
            .update();
    if (first == 1) {
      evidence.record("gateway", "cancellation-sent", file.name(), Map.of("sha256", file.sha256()));
    }
  }

  public void postpone(@Nullable Cancellation asked) {
    if (asked != null) {
      outbox.postpone(asked.lease(), asked.attempts());
    }
  }
}
