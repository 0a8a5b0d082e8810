package vn.kt1.gateway.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts and times every request as {@code http.server.requests}, with the labels of Spring. Its
 * own filter makes an observation of each request for that, and nobody reads more of it.
 */
final class CallTimes implements Filter {

  private static final String NAME = "http.server.requests";
  private static final String BEGUN = CallTimes.class.getName();
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  /** What the labels depend on. SECURITY: nothing a caller wrote, so there are only some kinds. */
  private record Kind(String method, @Nullable String path, int status, String failure) {}

  private final DefaultServerRequestObservationConvention labels =
      new DefaultServerRequestObservationConvention();
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final MeterRegistry meters;

  CallTimes(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A form of the console comes here in an async dispatch. */
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    time((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void time(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(BEGUN) == null) {
      request.setAttribute(BEGUN, System.nanoTime());
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      ended(request, response, e);
      throw e;
    }
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new Later(request, response));
    } else {
      ended(request, response, null);
    }
  }

  private void ended(
      HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure) {
    if (request.getAttribute(BEGUN) instanceof Long begun) {
      long lasted = System.nanoTime() - begun;
      request.removeAttribute(BEGUN);
      Throwable cause = cause(failure);
      timers
          .computeIfAbsent(
              kind(request, response, cause), kind -> timer(kind, request, response, cause))
          .record(lasted, TimeUnit.NANOSECONDS);
    }
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof ServletException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static Kind kind(
      HttpServletRequest request, HttpServletResponse response, @Nullable Throwable cause) {
    Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return new Kind(
        METHODS.contains(request.getMethod()) ? request.getMethod() : "",
        path instanceof String pattern ? pattern : null,
        response.getStatus(),
        cause == null ? "none" : cause.getClass().getSimpleName());
  }

  private Timer timer(
      Kind kind,
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Throwable cause) {
    ServerRequestObservationContext asked = new ServerRequestObservationContext(request, response);
    if (kind.path() != null) {
      asked.setPathPattern(kind.path());
    }
    if (cause != null) {
      asked.setError(cause);
    }
    Timer.Builder timer = Timer.builder(NAME).tag("error", kind.failure());
    labels
        .getLowCardinalityKeyValues(asked)
        .forEach(label -> timer.tag(label.getKey(), label.getValue()));
    return timer.register(meters);
  }

  /** The answer is still being sent, or the rest of a form is awaited. */
  private final class Later implements AsyncListener {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Later(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      ended(request, response, null);
    }

    @Override
    public void onError(AsyncEvent event) {
      ended(request, response, event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
