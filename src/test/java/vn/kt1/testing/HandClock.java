package vn.kt1.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock whose hands a test moves. */
public final class HandClock extends Clock {

  private volatile Instant now;

  public HandClock(String isoWithOffset) {
    now = OffsetDateTime.parse(isoWithOffset).toInstant();
  }

  public void set(String isoWithOffset) {
    now = OffsetDateTime.parse(isoWithOffset).toInstant();
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
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
