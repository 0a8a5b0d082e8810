package vn.kt1.gateway.tracking;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that only passes, as a clock: one that is set back must not leave the API alone longer. */
final class PassingTime extends Clock {

  private final TimeMeter time;

  PassingTime(TimeMeter time) {
    this.time = time;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochSecond(0, time.currentTimeNanos());
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
