package vn.kt1.gateway.tracking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.tracking.TrackingHealth.Standing;

/**
 * Measures how long the tracking API has not answered, and tells the operators when that is too
 * long.
 */
@Component
public class TrackingWatch implements MeterBinder {

  private final TrackingHealth health;
  private final TrackingSettings settings;
  private final Clock clock;
  private @Nullable Instant told;
  private @Nullable Instant telling;

  TrackingWatch(TrackingHealth health, TrackingSettings settings, Clock clock) {
    this.health = health;
    this.settings = settings;
    this.clock = clock;
  }

  /** One alert for each silence, however often it is asked for; null when there is none. */
  public synchronized @Nullable Trouble trouble() {
    Standing standing = health.standing();
    telling = standing.leftAloneSince();
    if (telling == null || telling.equals(told) || alone().compareTo(settings.alertAfter()) < 0) {
      return null;
    }
    String since = telling.truncatedTo(ChronoUnit.SECONDS).atOffset(VietnamTime.OFFSET).toString();
    String cause = String.valueOf(standing.lastFailureKind());
    return new Trouble(
        "tracking",
        "tracking-" + telling.getEpochSecond(),
        Text.of("trouble.tracking", since, cause));
  }

  /** Called after the alert is owed; if owing failed, the next check owes it. */
  public synchronized void told() {
    told = telling;
  }

  private Duration alone() {
    Instant since = health.standing().leftAloneSince();
    return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("gateway.tracking.left.alone", this, watch -> watch.alone().toSeconds())
        .baseUnit("seconds")
        .description("For how long the tracking API has not answered; 0 while all is well")
        .register(registry);
  }
}
