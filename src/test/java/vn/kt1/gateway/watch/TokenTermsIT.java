package vn.kt1.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.kt1.testing.Database;

/** When tokens end, as the database keeps it. */
class TokenTermsIT {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void tells_each_token_until_a_month_after_its_end() {
    try (Database database = Database.fresh()) {
      add(database, "a", NOW.plus(Duration.ofDays(60)));
      add(database, "b", NOW.minus(Duration.ofDays(30)).plusSeconds(1));
      add(database, "c", NOW.minus(Duration.ofDays(30)));
      assertThat(new TokenTerms(database.app(), Clock.fixed(NOW, ZoneOffset.UTC)).all())
          .hasSize(2)
          .anySatisfy(
              one -> {
                assertThat(one.owner()).isEqualTo("a");
                assertThat(one.what()).matches("token \\S+");
                assertThat(one.daysLeft(NOW)).isEqualTo(60);
              })
          .anySatisfy(one -> assertThat(one.owner()).isEqualTo("b"));
    }
  }

  private static void add(Database database, String partner, Instant end) {
    database
        .owner()
        .sql(
            """
            insert into partner_token (token_sha256, partner, created_at, expires_at)
            values (?, ?, ?, ?)
            """)
        .params(partner.repeat(64), partner, Timestamp.from(NOW), Timestamp.from(end))
        .update();
  }
}
