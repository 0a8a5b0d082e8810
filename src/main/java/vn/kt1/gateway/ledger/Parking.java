package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what could not be done until a person has looked: durable before the step ends. */
@Component
public class Parking {

  private final JdbcClient jdbc;
  private final Clock clock;

  Parking(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Parks one piece of work; parked again it counts one attempt more. {@code reference} is an id,
   * {@code cause} the kind of failure, never content.
   */
  public void park(String route, String reference, String cause, String nextStep) {
    jdbc.sql(
            """
            insert into parking (parking_id, route, reference, cause, next_step, attempts, since)
            values (?, ?, ?, ?, ?, 1, ?)
            on conflict (route, reference) where resolved_at is null
            do update set attempts = parking.attempts + 1, cause = excluded.cause
            """)
        .params(UUID.randomUUID(), route, reference, cause, nextStep)
        .param(Timestamp.from(clock.instant()))
        .update();
  }
}
