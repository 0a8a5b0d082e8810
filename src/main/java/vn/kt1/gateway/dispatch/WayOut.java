package vn.kt1.gateway.dispatch;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.Cause;

/**
 * SECURITY: stands before every endpoint of every route. What may leave by KT1 only is refused on
 * any that is not marked KT1, whatever policy and database have let through, and the alarm is
 * given.
 */
@Component
class WayOut implements CamelContextConfiguration, EndpointStrategy {

  static final String ALARM = "direct:way-out-refused";

  /** Other routes of ours, clocks, and doors in. */
  private static final Set<String> NO_EXITS =
      Set.of("direct", "timer", "quartz", "rest", "rest-api", "platform-http");

  private static final Logger LOG = LoggerFactory.getLogger(WayOut.class);

  @Override
  public void beforeApplicationStart(CamelContext context) {
    context.getCamelContextExtension().registerEndpointCallback(this);
  }

  @Override
  public void afterApplicationStart(CamelContext context) {}

  @Override
  public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
    return inside(endpoint) ? endpoint : guarded(endpoint);
  }

  /** Where nothing leaves this house by; and what is guarded already. */
  private static boolean inside(Endpoint endpoint) {
    return NO_EXITS.contains(scheme(endpoint)) || endpoint instanceof InterceptSendToEndpoint;
  }

  private Endpoint guarded(Endpoint endpoint) {
    DefaultInterceptSendToEndpoint guarded = new DefaultInterceptSendToEndpoint(endpoint, false);
    guarded.setBefore(exchange -> check(exchange, endpoint));
    return guarded;
  }

  private void check(Exchange exchange, Endpoint endpoint) {
    if (isKt1(endpoint)) {
      return;
    }
    carried(exchange)
        .ifPresent(
            carried -> {
              LOG.error("stopped on the way out: {} by {}", carried, scheme(endpoint));
              alarm(exchange.getContext(), carried);
              throw new WrongWay(carried, scheme(endpoint));
            });
  }

  private static boolean isKt1(Endpoint endpoint) {
    return endpoint instanceof CourierEndpoint courier && courier.kt1();
  }

  /** As the body, or kept aside while the body was made into something else. */
  private static Optional<String> carried(Exchange exchange) {
    return Stream.concat(
            Stream.of(Optional.ofNullable(exchange.getMessage().getBody())),
            exchange.getVariables().values().stream().map(Optional::ofNullable))
        .flatMap(Optional::stream)
        .flatMap(what -> kt1Only(what).stream())
        .findFirst();
  }

  private static Optional<String> kt1Only(Object what) {
    if (what instanceof Parcel parcel) {
      return parcel.kt1Only() ? Optional.of(parcel.name()) : Optional.empty();
    }
    return what instanceof ForKt1Only only ? Optional.of(only.reference()) : Optional.empty();
  }

  /** Whether or not somebody can be told, nothing leaves. */
  private static void alarm(CamelContext context, String reference) {
    try (ProducerTemplate officers = context.createProducerTemplate()) {
      officers.sendBody(ALARM, reference);
    } catch (IOException | RuntimeException e) {
      LOG.error("the alarm of {} could not be given: {}", reference, Cause.of(e).line(""));
    }
  }

  private static String scheme(Endpoint endpoint) {
    String uri = endpoint.getEndpointUri();
    return uri.substring(0, Math.max(0, uri.indexOf(':')));
  }
}
