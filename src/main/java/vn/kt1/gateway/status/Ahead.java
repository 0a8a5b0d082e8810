package vn.kt1.gateway.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * News of what has not happened yet is wrong: it would hold its state against all true news, until
 * its day has come or, where it ends the shipment, for good. Two clocks may differ by five minutes
 * (CONTRACT, 4.2).
 */
public final class Ahead {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private Ahead() {}

  /** The latest time that news may tell of now. */
  public static Instant latest(Clock clock) {
    return clock.instant().plus(CLOCKS_DIFFER);
  }
}
