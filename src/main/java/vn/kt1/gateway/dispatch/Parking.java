package vn.kt1.gateway.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.shipment.PostFile;

/** Keeps what could not be done until a person has looked: durable before the step ends. */
@Component
public class Parking {

  private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  Parking(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Parks one piece of work and raises the alarm; parked again it counts one attempt more. {@code
   * reference} is an id, or the name of a file, which is kept so that the file can be found again
   * and shown only where it may be; of the failure only its kind is kept, never its message.
   */
  public void park(String route, String reference, Throwable failure, String nextStep) {
    Cause cause = Cause.of(failure);
    String shown = PostFile.shownName(reference);
    LOG.error("parked: route {} reference {} cause {}", route, shown, cause.line(route));
    jdbc.sql(
            """
            insert into parking (parking_id, route, reference, cause, next_step, attempts, since)
            values (?, ?, ?, ?, ?, 1, ?)
            on conflict (route, reference) where resolved_at is null
            do update set attempts = parking.attempts + 1, cause = excluded.cause
            """)
        .params(UUID.randomUUID(), route, reference, cause.kept(), nextStep)
        .param(Timestamp.from(clock.instant()))
        .update();
  }
}
