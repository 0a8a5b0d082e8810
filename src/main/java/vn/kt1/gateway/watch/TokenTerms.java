package vn.kt1.gateway.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.watch.Expiry.Kind;

/** When the tokens of the partners expire. One that expired long ago is left out. */
@Component
class TokenTerms {

  private static final Duration MISSED = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  TokenTerms(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Expiry> all() {
    return jdbc.sql("select partner, token_id, expires_at from partner_token where expires_at > ?")
        .param(Timestamp.from(clock.instant().minus(MISSED)))
        .query(
            (row, number) ->
                new Expiry(
                    Kind.PARTNER_TOKEN,
                    row.getString("partner"),
                    "token " + row.getString("token_id"),
                    Instant.EPOCH,
                    row.getTimestamp("expires_at").toInstant()))
        .list();
  }
}
