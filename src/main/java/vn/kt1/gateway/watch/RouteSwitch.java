package vn.kt1.gateway.watch;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.watch.RouteWishes.Wish;

/** Starts, stops, suspends and resumes routes, and restores their state after a restart. */
@Component
class RouteSwitch implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(RouteSwitch.class);

  private final CamelContext context;
  private final RouteWishes wishes;
  private final RestingRoutes resting;
  private volatile boolean applied;

  RouteSwitch(CamelContext context, RouteWishes wishes, RestingRoutes resting) {
    this.context = context;
    this.wishes = wishes;
    this.resting = resting;
  }

  /** Whether Camel runs and every route is in its wished state. Before that nothing is taken. */
  boolean ready() {
    return applied && context.getStatus().isStarted();
  }

  /** Whether the route exists and takes nothing. */
  boolean rests(String id) {
    ServiceStatus status = status(id);
    return status != null && !status.isStarted();
  }

  /** Boot runs this last, when the routes of the partners exist. */
  @Override
  public void run(ApplicationArguments arguments) throws Exception {
    for (var wish : resting.atStart().entrySet()) {
      if (context.getRoute(wish.getKey()) == null) {
        LOG.warn("a wish for a route that is not there any more: {}", wish.getKey());
      } else {
        LOG.warn("as wished, not running: route {} is {}", wish.getKey(), wish.getValue());
        stand(wish.getKey(), wish.getValue());
      }
    }
    applied = true;
  }

  /**
   * @throws Rejected {@code not-found} when there is no such route
   */
  synchronized void change(String id, Wish wish, Actor who, String verb, @Nullable String reason)
      throws Exception {
    route(id);
    wishes.wish(id, wish, who, verb, reason);
    stand(id, wish);
    LOG.info("route {} by an administrator: {}", verb, id);
  }

  Route route(String id) {
    return Optional.ofNullable(context.getRoute(id))
        .orElseThrow(() -> new Rejected(Fault.of(Code.NOT_FOUND, "")));
  }

  private void stand(String id, Wish wish) throws Exception {
    boolean stop = wish == Wish.STOPPED && !answersCalls(id);
    if (wish == Wish.STARTED) {
      run(id);
    } else if (stop) {
      context.getRouteController().stopRoute(id);
    } else {
      suspend(id);
    }
  }

  private void run(String id) throws Exception {
    if (status(id).isSuspended()) {
      context.getRouteController().resumeRoute(id);
    } else if (!status(id).isStarted()) {
      context.getRouteController().startRoute(id);
    }
  }

  private void suspend(String id) throws Exception {
    if (status(id).isSuspended()) {
      return;
    }
    if (!status(id).isStarted()) {
      context.getRouteController().startRoute(id);
    }
    context.getRouteController().suspendRoute(id);
  }

  /**
   * Such a route is suspended instead of stopped: a stopped route answers 404, which a sender takes
   * as final, and a suspended one answers 503.
   */
  private boolean answersCalls(String id) {
    String uri = route(id).getEndpoint().getEndpointUri();
    return uri.startsWith("rest:") || uri.startsWith("platform-http:");
  }

  private @Nullable ServiceStatus status(String id) {
    return context.getRouteController().getRouteStatus(id);
  }
}
