package vn.kt1.gateway.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords and tokens an address has left. Only failures count, so that others
 * behind the same proxy as a guesser lose as little as possible.
 */
@Component
class Guesses {

  private final LoadingCache<String, Bucket> left;

  @Autowired
  Guesses(AccessSettings settings) {
    this(settings.guesses(), TimeMeter.SYSTEM_NANOTIME);
  }

  Guesses(AccessSettings.Guesses rule, TimeMeter time) {
    this.left =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build(address -> bucket(rule, time));
  }

  boolean anyLeft(String address) {
    return of(address).getAvailableTokens() > 0;
  }

  /** Takes one; false when there was none left. */
  boolean take(String address) {
    return of(address).tryConsume(1);
  }

  /** Returns one that was not a guess. */
  void giveBack(String address) {
    of(address).addTokens(1);
  }

  private Bucket of(String address) {
    return left.get(Addresses.neighbourhood(address));
  }

  private static Bucket bucket(AccessSettings.Guesses rule, TimeMeter time) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rule.burst()).refillGreedy(rule.perSecond(), Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
