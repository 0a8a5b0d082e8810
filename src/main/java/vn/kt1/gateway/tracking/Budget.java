package vn.kt1.gateway.tracking;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How many requests we may make: never more than so many in any minute, logins among them. */
final class Budget {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A question, a login and the question again; all that, with another login, once more. */
  private static final int A_QUESTION = 8;

  private final Bucket requests;

  /**
   * A full bucket may go at once and be refilled in the same minute: together they are the most.
   */
  Budget(int perMinute, TimeMeter time) {
    int atOnce = Math.max(A_QUESTION, perMinute / 4);
    requests =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perMinute - atOnce, MINUTE))
            .withCustomTimePrecision(time)
            .build();
  }

  /** Enough for a whole question: one that is broken off has used up what it took. */
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
