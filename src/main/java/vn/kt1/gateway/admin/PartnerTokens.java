package vn.kt1.gateway.admin;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Bearer tokens of partners: 256 random bits, shown once, kept as SHA-256. A slow hash would add
 * nothing: nobody guesses 256 bits.
 */
@Component
public class PartnerTokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Clock clock;

  public PartnerTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A new token of that partner; this is the only time it can be seen. */
  public String add(String partner) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    put(partner, token);
    return token;
  }

  /** Makes a token valid that was made elsewhere. */
  public void put(String partner, String token) {
    jdbc.sql(
            """
            insert into partner_token (token_sha256, partner, created_at) values (?, ?, ?)
            on conflict (token_sha256) do nothing
            """)
        .params(Sha256.of(token), partner, Timestamp.from(clock.instant()))
        .update();
  }

  Optional<String> partnerOf(String token) {
    return jdbc.sql("select partner from partner_token where token_sha256 = ?")
        .param(Sha256.of(token))
        .query(String.class)
        .optional();
  }
}
