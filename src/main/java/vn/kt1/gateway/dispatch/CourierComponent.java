package vn.kt1.gateway.dispatch;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** Camel's scheme {@code courier}: one endpoint a line, marked with the courier's network. */
@Component("courier")
class CourierComponent extends DefaultComponent {

  private final Map<String, Courier> couriers;

  CourierComponent(List<Courier> couriers) {
    this.couriers =
        couriers.stream().collect(Collectors.toUnmodifiableMap(Courier::line, Function.identity()));
  }

  @Override
  protected Endpoint createEndpoint(String uri, String line, Map<String, Object> parameters) {
    Courier courier = couriers.get(line);
    if (courier == null) {
      throw new IllegalArgumentException("no courier on the line " + line);
    }
    return new CourierEndpoint(uri, this, courier);
  }
}
