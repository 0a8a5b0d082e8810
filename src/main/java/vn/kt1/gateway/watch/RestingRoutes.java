package vn.kt1.gateway.watch;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.watch.RouteWishes.Wish;

/** Prevents a route that is wished to rest from doing anything while the gateway starts. */
@Component
class RestingRoutes implements RoutePolicyFactory {

  private final RouteWishes wishes;
  private @Nullable Map<String, Wish> resting;

  RestingRoutes(RouteWishes wishes) {
    this.wishes = wishes;
  }

  /** The wishes as they were when the gateway started. */
  synchronized Map<String, Wish> atStart() {
    Map<String, Wish> known = resting;
    if (known == null) {
      known = Map.copyOf(wishes.resting());
      resting = known;
    }
    return known;
  }

  @Override
  public @Nullable RoutePolicy createRoutePolicy(
      CamelContext context, String routeId, NamedNode route) {
    return atStart().containsKey(routeId) ? new NotByItself() : null;
  }

  private static final class NotByItself extends RoutePolicySupport {
    @Override
    public void onInit(Route route) {
      route.setAutoStartup(false);
    }
  }
}
