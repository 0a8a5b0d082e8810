package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Each request is counted once, with the labels that Spring's own filter gives it. */
class CallTimesTest {

  private static final String NAME = "http.server.requests";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CallTimes times = new CallTimes(meters);
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/x");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/hand-offs, 201, ",
    "GET,  /api/v1/hand-offs/{handOffId}, 200, ",
    "GET,  , 401, ",
    "GET,  , 404, ",
    "GET,  , 302, ",
    "GET,  '', 200, ",
    "ODD,  , 405, ",
    "POST, /api/v1/hand-offs, 200, io",
    "POST, /api/v1/hand-offs, 200, ours",
    "POST, /api/v1/hand-offs, 200, servlet"
  })
  void labels_are_those_of_spring(String method, String path, int status, String failure)
      throws Exception {
    SimpleMeterRegistry springs = new SimpleMeterRegistry();
    ObservationRegistry observations = ObservationRegistry.create();
    observations
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(springs));
    run(new ServerHttpObservationFilter(observations), method, path, status, failure);
    run(times, method, path, status, failure);
    assertThat(labels(meters)).hasSize(1).isEqualTo(labels(springs));
  }

  private static List<Tags> labels(SimpleMeterRegistry meters) {
    return meters.getMeters().stream()
        .map(Meter::getId)
        .filter(id -> id.getName().equals(NAME))
        .map(id -> Tags.of(id.getTags()))
        .toList();
  }

  private static void run(Filter filter, String method, String path, int status, String failure) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/x");
    MockHttpServletResponse response = new MockHttpServletResponse();
    FilterChain chain =
        (asked, answer) -> {
          ((HttpServletResponse) answer).setStatus(status);
          if (path != null) {
            asked.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, path);
            ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern(path));
          }
          fail(failure);
        };
    Throwable thrown = catchThrowable(() -> filter.doFilter(request, response, chain));
    assertThat(thrown == null).isEqualTo(failure == null);
  }

  private static void fail(String failure) throws IOException, ServletException {
    switch (failure == null ? "" : failure) {
      case "io" -> throw new IOException("x");
      case "ours" -> throw new IllegalStateException("x");
      case "servlet" -> throw new ServletException(new IllegalArgumentException("x"));
      default -> {
        // It goes well.
      }
    }
  }

  /** SECURITY: what a stranger makes up as a method is no label and no key. */
  @Test
  void made_up_methods_are_one() throws Exception {
    for (int i = 0; i < 3; i++) {
      run(times, "ODD" + i, null, 405, null);
    }
    assertThat(labels(meters)).hasSize(1);
    assertThat(meters.get(NAME).tag("method", "UNKNOWN").timer().count()).isEqualTo(3);
  }

  @Test
  void a_long_answer_is_counted_when_it_has_been_sent() throws Exception {
    request.setAsyncSupported(true);
    times.doFilter(request, response, (asked, answer) -> asked.startAsync());
    assertThat(labels(meters)).isEmpty();
    ((MockAsyncContext) request.getAsyncContext()).complete();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_form_that_goes_on_in_a_second_dispatch_is_counted_once() throws Exception {
    request.setAsyncSupported(true);
    times.doFilter(request, response, (asked, answer) -> asked.startAsync());
    MockAsyncContext waiting = (MockAsyncContext) request.getAsyncContext();
    request.setAsyncStarted(false);
    request.setDispatcherType(DispatcherType.ASYNC);
    times.doFilter(request, response, (asked, answer) -> {});
    waiting.complete();
    assertThat(count()).isEqualTo(1);
  }

  private long count() {
    return meters.find(NAME).timers().stream().mapToLong(Timer::count).sum();
  }
}
