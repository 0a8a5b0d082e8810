package vn.kt1.gateway.tracking;

import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The connection to the tracking API, shared by all callers. It keeps one budget, retries once
 * after a passing fault, and pauses for 2, 4, 8 … s while nothing is answered.
 */
@Component
class Line {

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final double JITTER = 0.2;

  private final TrackingSettings settings;
  private final TrackingHealth health;
  private final Budget budget;
  private final @Nullable Session session;
  private final CircuitBreaker breaker;
  private final Retry retry;

  @Autowired
  Line(TrackingSettings settings, TrackingHealth health) {
    this(settings, health, TimeMeter.SYSTEM_NANOTIME);
  }

  Line(TrackingSettings settings, TrackingHealth health, TimeMeter time) {
    this.settings = settings;
    this.health = health;
    this.budget = new Budget(settings.requestsPerMinute(), time);
    this.session = settings.asked() ? new Session(settings, budget) : null;
    // A monotonic clock: setting the clock back must not lengthen the pause.
    InstantSource passing = () -> Instant.ofEpochSecond(0, time.currentTimeNanos());
    this.breaker = breaker(settings, passing.withZone(ZoneOffset.UTC));
    this.retry =
        Retry.of(
            "tracking",
            RetryConfig.custom()
                .maxAttempts(2)
                .intervalFunction(IntervalFunction.ofRandomized(settings.retryPause(), JITTER))
                .retryOnException(e -> e instanceof NoAnswer failure && failure.passing())
                .build());
    if (session == null) {
      LOG.info("the tracking API is not asked: gateway.tracking.url is blank");
    }
  }

  /**
   * After three of six queries without an answer the API is left alone; then one query tests it.
   */
  private static CircuitBreaker breaker(TrackingSettings settings, Clock clock) {
    return CircuitBreaker.of(
        "tracking",
        CircuitBreakerConfig.custom()
            .clock(clock)
            .slidingWindowSize(6)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(50)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitIntervalFunctionInOpenState(
                IntervalFunction.ofExponentialRandomBackoff(
                    Timetable.FIRST_PAUSE, 2, JITTER, settings.longestPause()))
            .ignoreExceptions(NotNow.class)
            .build());
  }

  /** Whether a query would be sent now. */
  boolean free() {
    if (session == null || !budget.left() || !breaker.tryAcquirePermission()) {
      return false;
    }
    breaker.releasePermission();
    return true;
  }

  /**
   * @throws NoAnswer when there is none
   * @throws NotNow when nothing was asked
   */
  <T> T ask(Function<Session, T> question) {
    Session asked = session;
    if (asked == null || !budget.left()) {
      throw new NotNow();
    }
    try {
      T answer = breaker.executeSupplier(() -> retry.executeSupplier(() -> question.apply(asked)));
      if (health.succeeded()) {
        LOG.info("the tracking API answers again");
      }
      return answer;
    } catch (CallNotPermittedException leftAlone) {
      throw new NotNow();
    } catch (NoAnswer failure) {
      told(failure);
      throw failure;
    }
  }

  private void told(NoAnswer failure) {
    Duration wished = failure.wished();
    if (wished != null) {
      breaker.transitionToOpenStateFor(atMost(wished, settings.longestPause()));
    } else if (failure.sentAway() && breaker.getState() == State.CLOSED) {
      breaker.transitionToOpenState();
    }
    boolean leftAlone = breaker.getState() == State.OPEN;
    if (leftAlone) {
      LOG.warn("left alone for a while: the tracking API, cause {}", failure.kind());
    }
    if (leftAlone || failure.ofAll()) {
      health.failed(failure.kind(), leftAlone);
    }
  }

  private static Duration atMost(Duration wished, Duration longest) {
    return wished.compareTo(longest) < 0 ? wished : longest;
  }
}
