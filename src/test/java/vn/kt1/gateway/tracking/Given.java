package vn.kt1.gateway.tracking;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.testing.HandClock;

/** What the tests of this package start from. */
final class Given {
  static final Instant MORNING = Instant.parse("2026-11-22T02:00:00Z");

  private Given() {}

  static TrackingSettings settings(String url, String password, Duration deadline) {
    return settings(url, password, deadline, 10_000);
  }

  static TrackingSettings settings(String url, String password, Duration deadline, int budget) {
    return new TrackingSettings(
        url,
        "kt1-gateway",
        password,
        "SYNTHETIC",
        "1",
        deadline,
        DataSize.ofKilobytes(64),
        budget,
        Duration.ofMillis(1),
        Duration.ofMinutes(20),
        Duration.ofHours(1),
        Duration.ofDays(5),
        Duration.ofDays(3),
        Duration.ofDays(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        new TrackingSettings.Changes(true, Duration.ofMinutes(15), 3));
  }

  /** Time that passes when the test moves the hands. */
  static TimeMeter passing(HandClock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return ChronoUnit.NANOS.between(MORNING.minus(Duration.ofDays(1)), clock.instant());
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }

  static PollItem inquiry(String code) {
    return inquiry(code, Urgency.NORMAL, 0);
  }

  static PollItem inquiry(String code, Urgency urgency, int silent) {
    return new PollItem("S-" + code, ItemCode.of(code), urgency, MORNING, MORNING, silent, 0, 0);
  }

  static PollPage page(String... codes) {
    return new PollPage(UUID.randomUUID(), Arrays.stream(codes).map(Given::inquiry).toList());
  }
}
