package vn.kt1.gateway.watch;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Text;

/**
 * Whether hand-offs are taken just now: one truth for callers, who are told "not now", and for
 * health, by which others decide whom to send here.
 */
@Component
public class Readiness {

  /** Routes without which a call with a hand-off is answered "not now". */
  static final List<String> NEEDED =
      List.of("post-hand-off", "hand-off-by-rest", "register", "register-normalise");

  /** One that could not be taken may be bad luck, or a lock. */
  private static final int IN_A_ROW = 3;

  /** Where nobody is sent any more, nobody finds out that it is well again. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final RouteSwitch routes;
  private final ApplicationAvailability application;
  private final Clock clock;
  private int failed;
  private @Nullable Instant lastFailed;

  Readiness(RouteSwitch routes, ApplicationAvailability application, Clock clock) {
    this.routes = routes;
    this.application = application;
    this.clock = clock;
  }

  /** Whether Camel runs and every route stands as it was wished; nothing is taken before. */
  public boolean started() {
    return routes.ready();
  }

  /** Why hand-offs are not taken; empty while they are. */
  Optional<Text> notNow() {
    if (!routes.ready() || application.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return Optional.of(Text.of("ready.not-started"));
    }
    List<String> resting = NEEDED.stream().filter(routes::rests).toList();
    if (!resting.isEmpty()) {
      return Optional.of(Text.of("ready.resting", String.join(", ", resting)));
    }
    return failing() ? Optional.of(Text.of("ready.failing")) : Optional.empty();
  }

  private synchronized boolean failing() {
    return failed >= IN_A_ROW
        && lastFailed != null
        && lastFailed.plus(REMEMBERED).isAfter(clock.instant());
  }

  /** A hand-off of somebody who had been let in was answered so. */
  public synchronized void answered(int status) {
    boolean notNow = status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    failed = notNow ? Math.min(failed + 1, IN_A_ROW) : 0;
    lastFailed = notNow ? clock.instant() : null;
  }
}
