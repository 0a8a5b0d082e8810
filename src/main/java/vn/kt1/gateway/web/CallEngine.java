package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Joins the paths of the API to their routes by {@link CallConsumer}. All share the places for
 * calls under way.
 *
 * <p>A call that was let in is known by its {@link ApiCall}, so its route is run at once. Spring
 * MVC would look for it once more. Spring MVC answers only what no route takes: another media type,
 * a HEAD, a route that is stopped.
 */
@Component(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME)
public class CallEngine implements PlatformHttpEngine {

  private final AnswerSender sender;
  private final Semaphore places;

  /** By the id of the call. */
  private final Map<String, CallConsumer> consumers = new ConcurrentHashMap<>();

  CallEngine(AnswerSender sender, CallSettings settings) {
    this.sender = sender;
    this.places = new Semaphore(settings.atOnce());
  }

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
    CallConsumer consumer = new CallConsumer(endpoint, processor, places, sender);
    String name = endpoint.getHttpMethodRestrict() + " " + endpoint.getPath();
    ApiCalls.all().stream()
        .filter(call -> call.name().equals(name))
        .forEach(call -> consumers.put(call.id(), consumer));
    return consumer;
  }

  /** Runs the route of the call and sends its answer; false when Spring MVC has to answer. */
  public boolean serve(ApiCall call, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CallConsumer consumer = consumers.get(call.id());
    boolean fits = call.method().matches(request.getMethod());
    if (consumer == null || !fits || !consumer.takes(request)) {
      return false;
    }
    request.setAttribute(
        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, call.path().getPatternString());
    consumer.serve(request, response);
    return true;
  }
}
