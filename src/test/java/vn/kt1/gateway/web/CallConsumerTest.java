package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpListener;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;

/** What a route gets of a call, on which thread it runs, and what goes back. */
class CallConsumerTest {

  /** Spelled as HTTP/2 does and as nobody would: Camel 4.18.0 takes them for other headers. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "authorization", "Bearer planted",
          "cookie", "planted=1",
          "mail.smtp.host", "planted.example",
          "Long-Running-Action", "planted",
          "CamelHttpUri", "http://planted.example",
          "cAMELbEANmETHODnAME", "stop");

  private final Semaphore places = new Semaphore(1);
  private final AtomicReference<CallConsumer> consumer = new AtomicReference<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/x");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @BeforeEach
  void begin() {
    PlatformHttpEngine engine = (path, route) -> new CallConsumer(path, route, places, new Sent());
    camel.getRegistry().bind("platform-http-engine", engine);
    camel.start();
    request.setAsyncSupported(true);
    camel
        .getComponent("platform-http", PlatformHttpComponent.class)
        .addPlatformHttpListener(listener);
    HEADERS.forEach(request::addHeader);
  }

  @AfterEach
  void end() {
    camel.stop();
  }

  @Test
  void no_header_comes_in() {
    AtomicReference<Map<String, Object>> come = new AtomicReference<>();
    serve(
        exchange -> {
          come.set(Map.copyOf(exchange.getMessage().getHeaders()));
          assertThat(exchange.getMessage().getBody()).isSameAs(request);
          exchange.getMessage().setBody(HttpAnswer.nothing());
        });
    assertThat(come.get()).isEmpty();
  }

  /** CVE-2026-85254: the platform's own list of what is not sent back knows one spelling only. */
  @Test
  void no_header_goes_back() {
    serve(
        exchange -> {
          HEADERS.forEach(exchange.getMessage()::setHeader);
          exchange.getMessage().setBody(HttpAnswer.nothing());
        });
    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.getHeaderNames()).isEmpty();
  }

  @Test
  void the_route_runs_on_the_thread_of_the_call_and_nothing_is_dispatched_again() {
    Thread mine = Thread.currentThread();
    Object left = serve(exchange -> answer(exchange, mine == Thread.currentThread() ? 200 : 500));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(left).isNull();
    assertThat(request.isAsyncStarted()).isFalse();
  }

  @Test
  void a_suspended_one_is_not_now() {
    CallConsumer consumer = consumer(exchange -> answer(exchange, 200));
    consumer.suspend();
    consumer.service(request, response);
    assertThat(response.getStatus()).isEqualTo(503);
  }

  /** Whoever knows the call asks its consumer; anybody else asks Spring MVC. */
  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "application/json;charset=utf-8, */*",
    "APPLICATION/JSON, ",
    "application/json, 'text/html, application/*;q=0.1'",
    "application/json, application/problem+json",
    "application/json, text/csv",
    "application/json, application/json;q=0",
    "application/xml, application/json",
    "application/*, application/json",
    "text/json, ",
    ", application/json"
  })
  void the_media_types_it_takes_are_those_of_spring_mvc(String type, String accept) {
    String json = "application/json";
    String both = json + ",application/problem+json";
    CallConsumer consumer =
        consumer("platform-http:/x?consumes=" + json + "&produces=" + both, exchange -> {});
    MockHttpServletRequest asked = new MockHttpServletRequest("POST", "/x");
    Optional.ofNullable(type).ifPresent(asked::setContentType);
    Optional.ofNullable(accept).ifPresent(one -> asked.addHeader("Accept", one));
    asked.setContent(new byte[] {'{', '}'});
    ServletRequestPathUtils.parseAndCache(asked);
    RequestMappingInfo springs =
        RequestMappingInfo.paths("/x").consumes(json).produces(both.split(",")).build();
    assertThat(consumer.takes(asked)).isEqualTo(springs.getMatchingCondition(asked) != null);
  }

  @Test
  void a_suspended_one_takes_calls_and_a_stopped_one_does_not() {
    CallConsumer consumer = consumer(exchange -> answer(exchange, 200));
    assertThat(consumer.takes(request)).isTrue();
    consumer.suspend();
    assertThat(consumer.takes(request)).isTrue();
    consumer.stop();
    assertThat(consumer.takes(request)).isFalse();
  }

  @Test
  void a_call_that_meets_a_stop_is_not_now() {
    serve(exchange -> exchange.setException(new RejectedExecutionException("it stops")));
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void a_place_is_taken_while_the_route_runs_and_given_back_when_it_fails() {
    assertThatThrownBy(
            () ->
                serve(
                    exchange -> {
                      assertThat(places.availablePermits()).isZero();
                      throw new IllegalStateException("x");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(places.availablePermits()).isEqualTo(1);
  }

  @Test
  void without_a_place_it_is_not_now() {
    Thread.currentThread().interrupt(); // as at a stop, so nothing waits
    places.acquireUninterruptibly();
    serve(exchange -> answer(exchange, 200));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void a_route_without_an_answer_is_our_fault() {
    assertThatThrownBy(() -> serve(exchange -> {})).isInstanceOf(IllegalStateException.class);
    Exception failure = new Exception("x");
    assertThatThrownBy(() -> serve(exchange -> exchange.setException(failure))).hasCause(failure);
  }

  private static void answer(Exchange exchange, int status) {
    exchange.getMessage().setBody(HttpAnswer.of(status, HttpAnswer.JSON, new byte[] {'{', '}'}));
  }

  private Object serve(Processor route) {
    return consumer(route).service(request, response);
  }

  private CallConsumer consumer(Processor route) {
    return consumer("platform-http:/x", route);
  }

  private CallConsumer consumer(String path, Processor route) {
    try {
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(path).routeId("x").errorHandler(noErrorHandler()).process(route);
            }
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return consumer.get();
  }

  /** Camel tells the web server of each consumer in this way. */
  private final PlatformHttpListener listener =
      new PlatformHttpListener() {
        @Override
        public void registerHttpEndpoint(HttpEndpointModel model) {
          consumer.set((CallConsumer) model.getConsumer());
        }

        @Override
        public void unregisterHttpEndpoint(HttpEndpointModel model) {}
      };

  /** Sends the status only. */
  private static final class Sent implements AnswerSender {
    @Override
    public void send(HttpAnswer answer, HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(answer.status());
    }

    @Override
    public void notNow(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(503);
    }
  }
}
