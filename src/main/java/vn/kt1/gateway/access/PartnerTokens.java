package vn.kt1.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Sha256;

/**
 * The bearer tokens of partners: 256 random bits, shown once, stored as SHA-256. A slow hash would
 * add nothing, because nobody guesses 256 bits. A partner has at most two, so that a new one can
 * replace the old one without a gap.
 */
@Component
public class PartnerTokens {

  /** The longest a token may be valid, in days. */
  public static final int MOST_DAYS = 731;

  private static final int AT_ONCE = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  public PartnerTokens(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** A new token, which can be seen only now, and the tokens that ended for it. */
  public record Made(String token, PartnerToken kept, List<PartnerToken> ended) {
    @Override
    public String toString() {
      return "Made[" + kept.tokenId() + "]";
    }
  }

  /**
   * Makes a new token. A third one ends the oldest. If it ends one, call {@link
   * RecentTokens#awaitForgotten()} after the commit.
   */
  @Transactional
  public Made add(Actor by, String partner, Duration valid, @Nullable String reason) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    jdbc.sql("select pg_advisory_xact_lock(hashtext('partner_token ' || ?))")
        .param(partner)
        .query()
        .listOfRows();
    List<PartnerToken> valids = of(partner).stream().filter(this::valid).toList();
    List<PartnerToken> ended = valids.subList(0, Math.max(0, valids.size() - AT_ONCE + 1));
    ended.forEach(one -> revoke(by, partner, one.tokenId(), "a third one was made"));
    PartnerToken kept = put(partner, token, clock.instant().plus(valid));
    evidence.record(
        by,
        "token-made",
        partner,
        reason,
        Map.of("tokenId", kept.tokenId(), "expiresAt", kept.expiresAt().toString()));
    return new Made(token, kept, ended);
  }

  private boolean valid(PartnerToken token) {
    return clock.instant().isBefore(token.expiresAt());
  }

  /** Stores a token that was made elsewhere. A token that is stored already stays as it is. */
  public PartnerToken put(String partner, String token, Instant expiresAt) {
    jdbc.sql(
            """
            insert into partner_token (token_sha256, partner, created_at, expires_at)
            values (?, ?, ?, ?) on conflict (token_sha256) do nothing
            """)
        .params(
            Sha256.of(token), partner, Timestamp.from(clock.instant()), Timestamp.from(expiresAt))
        .update();
    return find(token).orElseThrow();
  }

  /**
   * Ends a token; false when the partner has none of that id. After the commit, call {@link
   * RecentTokens#awaitForgotten()}.
   */
  @Transactional
  public boolean revoke(Actor by, String partner, String tokenId, @Nullable String reason) {
    int found =
        jdbc.sql("delete from partner_token where partner = ? and token_id = ?")
            .params(partner, tokenId)
            .update();
    if (found > 0) {
      evidence.record(by, "token-revoked", partner, reason, Map.of("tokenId", tokenId));
    }
    return found > 0;
  }

  /** The tokens of a partner, the oldest first, expired ones included. */
  public List<PartnerToken> of(String partner) {
    return jdbc.sql(
            """
            select token_id, partner, created_at, expires_at from partner_token
            where partner = ? order by created_at, token_id
            """)
        .param(partner)
        .query(PartnerToken.class)
        .list();
  }

  /**
   * SECURITY: the token is found by the beginning of its digest and then compared in constant time.
   * The time of the search tells only a part of the digest that the caller knows already.
   */
  Optional<PartnerToken> find(String token) {
    String digest = Sha256.of(token);
    return jdbc.sql("select * from partner_token where token_id = ?")
        .param(digest.substring(0, 12))
        .query(Kept::read)
        .optional()
        .filter(kept -> MessageDigest.isEqual(bytes(kept.digest()), bytes(digest)))
        .map(Kept::token);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private record Kept(String digest, PartnerToken token) {
    static Kept read(ResultSet row, int number) throws SQLException {
      return new Kept(
          row.getString("token_sha256"),
          new PartnerToken(
              row.getString("token_id"),
              row.getString("partner"),
              row.getTimestamp("created_at").toInstant(),
              row.getTimestamp("expires_at").toInstant()));
    }
  }
}
