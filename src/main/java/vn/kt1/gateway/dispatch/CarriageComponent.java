package vn.kt1.gateway.dispatch;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/** Camel's scheme {@code carriage}: one endpoint a carrier, marked with the carrier's network. */
@Component("carriage")
class CarriageComponent extends DefaultComponent {

  private final Map<String, Carrier> carriers;

  CarriageComponent(List<Carrier> carriers) {
    this.carriers =
        carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::name, Function.identity()));
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    Carrier carrier = carriers.get(name);
    if (carrier == null) {
      throw new IllegalArgumentException("no carrier of the name " + name);
    }
    return new CarriageEndpoint(uri, this, carrier);
  }
}
