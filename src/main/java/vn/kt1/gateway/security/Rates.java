package vn.kt1.gateway.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.Rate;

/**
 * One rate limit for each caller. SECURITY: only callers that have been let in get one, so there
 * are never more of them than partners and logins.
 */
public final class Rates {

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final Directory directory;
  private final Rate usual;
  private final TimeMeter time;

  /** A time that never goes back: nobody may be locked out because a clock is set back. */
  public Rates(Directory directory, Rate usual, TimeMeter time) {
    this.directory = directory;
    this.usual = usual;
    this.time = time;
  }

  /**
   * Takes one call.
   *
   * @return zero when the call is allowed, else how long to wait
   */
  public Duration take(Caller caller) {
    boolean partner = caller.role() == Role.PARTNER;
    // A person and a partner may have the same name.
    String key = (partner ? "partner " : "login ") + caller.name();
    ConsumptionProbe probe =
        buckets
            .computeIfAbsent(key, fresh -> bucket(partner ? rate(caller.name()) : usual))
            .tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Rate rate(String partner) {
    return directory.partner(partner).map(Partner::rate).orElse(usual);
  }

  private Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(rate.burst())
                    .refillGreedy(rate.requestsPerSecond(), Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
