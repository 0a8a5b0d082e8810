package vn.kt1.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.access.PartnerTokens.Made;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

class PartnerTokensIT {

  private static final Actor ADMIN = new Actor("admin", "127.0.0.1");
  private static final Duration YEAR = Duration.ofDays(365);

  private static Database database;
  private static final HandClock CLOCK = new HandClock("2026-11-29T09:00:00+07:00");
  private static PartnerTokens tokens;

  @BeforeAll
  static void open() {
    database = Database.fresh();
    tokens = new PartnerTokens(database.app(), new Evidence(database.app(), CLOCK), CLOCK);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void two_are_valid_at_once_and_a_third_ends_the_oldest() {
    Made first = tokens.add(ADMIN, "rotates", YEAR, "new");
    CLOCK.advance(Duration.ofMinutes(1));
    Made second = tokens.add(ADMIN, "rotates", YEAR, "new");
    assertThat(tokens.find(first.token())).isPresent();
    assertThat(tokens.find(second.token())).isPresent();
    CLOCK.advance(Duration.ofMinutes(1));
    Made third = tokens.add(ADMIN, "rotates", YEAR, "new");
    assertThat(third.ended()).containsExactly(first.kept());
    assertThat(tokens.find(first.token())).isEmpty();
    assertThat(tokens.of("rotates")).containsExactly(second.kept(), third.kept());
    assertThat(acts("rotates"))
        .containsExactly("token-made", "token-made", "token-revoked", "token-made");
  }

  @Test
  void one_that_is_over_makes_no_other_end() {
    Made brief = tokens.add(ADMIN, "brief", Duration.ofDays(1), null);
    CLOCK.advance(Duration.ofDays(2));
    Made next = tokens.add(ADMIN, "brief", YEAR, null);
    CLOCK.advance(Duration.ofMinutes(1));
    Made last = tokens.add(ADMIN, "brief", YEAR, null);
    assertThat(last.ended()).isEmpty();
    assertThat(tokens.of("brief")).containsExactly(brief.kept(), next.kept(), last.kept());
  }

  @Test
  void a_revoked_one_is_gone_at_once_and_twice_is_once() {
    Made made = tokens.add(ADMIN, "loses", YEAR, null);
    assertThat(tokens.revoke(ADMIN, "another", made.kept().tokenId(), "no")).isFalse();
    assertThat(tokens.revoke(ADMIN, "loses", made.kept().tokenId(), "stolen")).isTrue();
    assertThat(tokens.find(made.token())).isEmpty();
    assertThat(tokens.revoke(ADMIN, "loses", made.kept().tokenId(), "stolen")).isFalse();
    assertThat(acts("loses")).containsExactly("token-made", "token-revoked");
  }

  @Test
  void the_token_itself_is_nowhere_in_the_database_and_in_no_text() {
    Made made = tokens.add(ADMIN, "secret", YEAR, null);
    List<String> kept =
        database.app().sql("select t::text from partner_token t").query(String.class).list();
    assertThat(kept).noneMatch(row -> row.contains(made.token()));
    assertThat(made.toString()).doesNotContain(made.token());
    assertThat(tokens.find(made.token() + "x")).isEmpty();
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find("\u0000")).isEmpty();
  }

  private static List<String> acts(String partner) {
    return database
        .owner()
        .sql("select act from evidence where subject = ? order by seq")
        .param(partner)
        .query(String.class)
        .list();
  }
}
