package vn.kt1.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Sha256;

/**
 * The tokens that were in the database a moment ago. A partner that calls often is looked up twice
 * a second, and not for each call.
 *
 * <p>SECURITY: a revoked token must open nothing once its revocation is answered, at any gateway on
 * the same database, whoever revokes it. So whoever revokes one waits until it is forgotten
 * everywhere, and answers then: {@link #awaitForgotten()}.
 */
@Component
public final class RecentTokens {

  /** So long a gateway believes what it has seen. */
  static final Duration BELIEVED = Duration.ofMillis(500);

  private static final Duration FORGOTTEN = BELIEVED.plusMillis(100);

  private final PartnerTokens tokens;
  private final Ticker ticker;
  private final Cache<String, Seen> seen =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

  @Autowired
  RecentTokens(PartnerTokens tokens) {
    this(tokens, Ticker.systemTicker());
  }

  RecentTokens(PartnerTokens tokens, Ticker ticker) {
    this.tokens = tokens;
    this.ticker = ticker;
  }

  /**
   * @param asked when the database was asked: what was revoked later is not known
   */
  private record Seen(PartnerToken token, long asked) {}

  Optional<PartnerToken> find(String token) {
    String digest = Sha256.of(token);
    long now = ticker.read();
    Seen before = seen.getIfPresent(digest);
    if (before != null && now - before.asked() < BELIEVED.toNanos()) {
      return Optional.of(before.token());
    }
    Optional<PartnerToken> found = tokens.find(token);
    found.ifPresent(one -> seen.put(digest, new Seen(one, now)));
    return found;
  }

  /** Call this after a revocation is committed, and before it is answered. */
  public static void awaitForgotten() {
    Executor later = CompletableFuture.delayedExecutor(FORGOTTEN.toMillis(), TimeUnit.MILLISECONDS);
    // Not ended by an interrupt: at a stop, too, the answer must be true.
    CompletableFuture.runAsync(() -> {}, later).join();
  }
}
