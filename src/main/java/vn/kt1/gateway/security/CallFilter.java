package vn.kt1.gateway.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.server.Bodies;
import vn.kt1.gateway.server.EmptiedRequest;
import vn.kt1.gateway.server.GiveBack;
import vn.kt1.gateway.server.Loads;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;
import vn.kt1.gateway.server.SeenStatus;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.watch.Readiness;
import vn.kt1.gateway.web.ApiCall;
import vn.kt1.gateway.web.ApiCalls;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.CallEngine;

/**
 * Lets an authenticated request in: reads its body within the limits, and hands on a {@link Call}.
 */
final class CallFilter extends RequestFilter {

  private static final ApiCall HAND_OVER = ApiCalls.named("hand-off-by-rest");

  /** The largest body of the API (CONTRACT, 3), in bytes. */
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  /** When a caller with too much under way may try again. */
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Callers callers;
  private final Bodies bodies;
  private final Loads loads;
  private final Readiness readiness;
  private final CallEngine routes;

  CallFilter(Callers callers, Bodies bodies, Loads loads, Readiness readiness, CallEngine routes) {
    this.callers = callers;
    this.bodies = bodies;
    this.loads = loads;
    this.readiness = readiness;
    this.routes = routes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = callers.of(SecurityContextHolder.getContext().getAuthentication());
    RefusedCall.who(request, caller.name());
    byte[] body;
    try {
      body = bodies.read(request, caller, LARGEST_BODY);
    } catch (Bodies.NotRead why) {
      why.tell(request, response);
      return;
    }
    Map<String, String> parameters;
    try {
      parameters = parameters(request.getQueryString());
    } catch (IllegalArgumentException e) {
      Problems.write(request, response, Code.BAD_PARAMETER);
      return;
    }
    // SECURITY: a call without a line in calls.csv reaches no route, even if a route for it exists.
    Optional<ApiCall> call = ApiCalls.of(request);
    if (call.isEmpty()) {
      chain.doFilter(new EmptiedRequest(request), response);
      return;
    }
    new Call(
            caller,
            request.getRemoteAddr(),
            Problems.locale(request),
            Problems.correlationId(request),
            parameters,
            call.get().segments(request),
            body)
        .letIn(request);
    letIn(request, response, chain, call.get(), loads.take(caller, call.get().cost(body.length)));
  }

  private void letIn(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      ApiCall call,
      Optional<Loads.Taken> load)
      throws ServletException, IOException {
    if (load.isEmpty()) {
      Problems.because(request, "too-much-at-once");
      Problems.tooMany(request, response, AGAIN);
      return;
    }
    try {
      HttpServletRequest emptied = new EmptiedRequest(request);
      HttpServletResponse watched = watched(call, response);
      if (!routes.serve(call, emptied, watched)) {
        chain.doFilter(emptied, watched);
      }
    } finally {
      GiveBack.afterwards(request, load.get());
    }
  }

  /** Only here, after the login, so that a stranger cannot make us look unready. */
  private HttpServletResponse watched(ApiCall call, HttpServletResponse response) {
    return call == HAND_OVER ? new SeenStatus(response, readiness::answered) : response;
  }

  /**
   * From the query string only: the usual way to read parameters would also read a form in the
   * body.
   */
  private static Map<String, String> parameters(@Nullable String query) {
    return query == null
        ? Map.of()
        : UriComponentsBuilder.newInstance()
            .query(query)
            .build()
            .getQueryParams()
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    entry -> decode(entry.getKey()),
                    entry -> decode(only(entry.getValue())),
                    (one, other) -> only(List.of(one, other))));
  }

  private static String only(List<String> values) {
    if (values.size() != 1) {
      throw new IllegalArgumentException("a parameter was given twice");
    }
    return values.get(0) == null ? "" : values.get(0);
  }

  private static String decode(String text) {
    return UriUtils.decode(text.replace('+', ' '), "UTF-8");
  }
}
