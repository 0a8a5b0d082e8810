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
 * Whether hand-offs are taken now. Callers (who get 503) and health (by which load balancers choose
 * a gateway) use the same answer.
 */
@Component
public class Readiness {

  /** When one of these routes rests, a call with a hand-off is answered 503. */
  static final List<String> NEEDED =
      List.of("post-hand-off", "hand-off-by-rest", "register", "register-normalise");

  /**
   * After so many failed hand-offs in a row the gateway is not ready. Fewer may be chance, or a
   * lock in the database.
   */
  private static final int IN_A_ROW = 3;

  /**
   * A failure counts for so long only. Otherwise no hand-off would come any more to show that all
   * is well again.
   */
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

  /** Whether Camel runs and every route is in its wished state. Before that nothing is taken. */
  public boolean started() {
    return routes.ready();
  }

  /** Why hand-offs are not taken; empty when they are taken. */
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

  /** Notes the status that answered a hand-off of an authenticated caller. */
  public synchronized void answered(int status) {
    boolean notNow = status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    failed = notNow ? Math.min(failed + 1, IN_A_ROW) : 0;
    lastFailed = notNow ? clock.instant() : null;
  }
}
