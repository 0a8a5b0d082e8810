package vn.kt1.gateway.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Order files that go to the post once more on an operator's word, the same bytes under the same
 * name, whatever lies there.
 */
@Component
public class Resends {

  static final String TOPIC = "order-file-again";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final OrderRead read;
  private final Evidence evidence;

  Resends(JdbcClient jdbc, Outbox outbox, OrderRead read, Evidence evidence) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.read = read;
    this.evidence = evidence;
  }

  /**
   * False when there is no such file.
   *
   * @throws Rejected {@code already-accepted} when all its orders are answered: we have it no more
   */
  @Transactional
  public boolean ask(Actor actor, String file, String reason) {
    Optional<Boolean> kept = kept(file);
    if (kept.isPresent() && !kept.get()) {
      throw new Rejected(Fault.of(Code.ALREADY_ACCEPTED, "", "order-file"));
    }
    if (kept.isPresent()) {
      outbox.putOnce(TOPIC, List.of(file));
      evidence.record(actor, "order-file-resend-asked", file, reason, Map.of());
    }
    return kept.isPresent();
  }

  /** Its last order is not answered meanwhile. */
  private Optional<Boolean> kept(String file) {
    return jdbc.sql("select content is not null from order_file where name = ? for no key update")
        .param(file)
        .query(Boolean.class)
        .optional();
  }

  /** The next one, or null; what was answered meanwhile is owed no more. */
  @Transactional
  public @Nullable OrderFile claim() {
    UUID lease = UUID.randomUUID();
    OrderFile file =
        outbox
            .claim(TOPIC, lease)
            .map(claimed -> read.file(lease, claimed.key(), claimed.attempts()).again())
            .orElse(null);
    if (file != null && file.content().length == 0) {
      outbox.done(lease);
      return null;
    }
    return file;
  }

  /** The post has it, whole. */
  @Transactional
  public void sent(OrderFile file) {
    if (outbox.done(file.lease()) > 0) {
      Map<String, String> detail = Map.of("digest", read.salt(file.name()).digest(file.sha256()));
      evidence.record("gateway", "order-file-resent", file.name(), detail);
    }
  }
}
