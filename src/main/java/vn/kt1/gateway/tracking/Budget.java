package vn.kt1.gateway.tracking;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Limits the number of requests, logins included, in any minute. */
final class Budget {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * The requests of one query: the query, a login, the query again; and all this again with another
   * login.
   */
  private static final int A_QUESTION = 8;

  private final Bucket requests;

  /**
   * A full bucket may be used at once and refilled in the same minute; the limit is the sum of
   * both.
   */
  Budget(int perMinute, TimeMeter time) {
    int atOnce = Math.max(A_QUESTION, perMinute / 4);
    requests =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perMinute - atOnce, MINUTE))
            .withCustomTimePrecision(time)
            .build();
  }

  /** Whether enough is left for a whole query. A query that breaks off has used up its requests. */
  boolean left() {
    return requests.getAvailableTokens() >= A_QUESTION;
  }

  /**
   * @throws NotNow when nothing is left
   */
  void take() {
    if (!requests.tryConsume(1)) {
      throw new NotNow();
    }
  }
}
