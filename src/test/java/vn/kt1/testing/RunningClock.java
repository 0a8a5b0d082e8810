package vn.kt1.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs, from whatever instant a test sets it to. */
public final class RunningClock extends Clock {

  private volatile Duration ahead;

  public RunningClock(String iso) {
    ahead = to(iso);
  }

  public void set(String iso) {
    ahead = to(iso);
  }

  private static Duration to(String iso) {
    return Duration.between(Instant.now(), Instant.parse(iso));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody needs the zone of this clock");
  }
}
