package vn.kt1.gateway.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spring.boot.actuate.endpoint.CamelRoutesEndpoint.RouteDetailsEndpointInfo;
import org.apache.camel.spring.boot.actuate.endpoint.CamelRoutesEndpoint.RouteEndpointInfo;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.watch.RouteWishes.Wish;

/** {@code camelroutes}, in the format of Camel. The wished state of a route survives a restart. */
@Component
@Endpoint(id = "camelroutes")
class RoutesEndpoint {

  private static final Map<String, Wish> VERBS =
      Map.of(
          "start", Wish.STARTED,
          "resume", Wish.STARTED,
          "stop", Wish.STOPPED,
          "suspend", Wish.SUSPENDED);

  private final CamelContext context;
  private final RouteSwitch routes;

  RoutesEndpoint(CamelContext context, RouteSwitch routes) {
    this.context = context;
    this.routes = routes;
  }

  @ReadOperation
  List<RouteEndpointInfo> list() {
    return context.getRoutes().stream()
        .sorted(Comparator.comparing(Route::getRouteId))
        .map(RouteEndpointInfo::new)
        .toList();
  }

  @ReadOperation
  Object read(@Selector String id, @Selector String what) {
    Route route = routes.route(id);
    return switch (what) {
      case "detail" -> new RouteDetailsEndpointInfo(context, route);
      case "info" -> new RouteEndpointInfo(route);
      default -> throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    };
  }

  @WriteOperation
  void change(
      SecurityContext who,
      @Selector String id,
      @Selector String verb,
      @org.springframework.lang.Nullable String reason)
      throws Exception {
    routes.route(id);
    Wish wish = VERBS.get(verb);
    if (wish == null) {
      throw new Rejected(Fault.of(Code.BAD_PARAMETER, "", "route-verb"));
    }
    routes.change(id, wish, Administrator.of(who), verb, Reasons.maybe(reason));
  }
}
