package vn.kt1.gateway.post;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Outgoing;
import vn.kt1.gateway.dispatch.Parcels;
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

  private final JdbcClient jdbc;
  private final Dispatch dispatch;
  private final Parcels parcels;
  private final Evidence evidence;

  Resends(JdbcClient jdbc, Dispatch dispatch, Parcels parcels, Evidence evidence) {
    this.jdbc = jdbc;
    this.dispatch = dispatch;
    this.parcels = parcels;
    this.evidence = evidence;
  }

  /**
   * False when there is no such file.
   *
   * @throws Rejected {@code already-accepted} when all its orders are answered: we have it no more
   */
  @Transactional
  public boolean ask(Actor actor, String file, String reason) {
    dispatch.hold(file);
    Optional<Boolean> answered = answered(file);
    if (answered.orElse(false)) {
      throw new Rejected(Fault.of(Code.ALREADY_ACCEPTED, "", "order-file"));
    }
    if (answered.isPresent()) {
      parcels.oweAgain(Orders.KIND, Outgoing.POST, file);
      evidence.record(actor, "order-file-resend-asked", file, reason, Map.of());
    }
    return answered.isPresent();
  }

  private Optional<Boolean> answered(String file) {
    return jdbc.sql(
            """
            select answered_at is not null from order_file where name = ?
            """)
        .param(file)
        .query(Boolean.class)
        .optional();
  }
}
