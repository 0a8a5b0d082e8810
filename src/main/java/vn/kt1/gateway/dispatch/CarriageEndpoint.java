package vn.kt1.gateway.dispatch;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import vn.kt1.gateway.shipment.Network;

/** Where a carrier takes files; the file stays the body. */
final class CarriageEndpoint extends DefaultEndpoint {

  private final Carrier carrier;

  CarriageEndpoint(String uri, CarriageComponent component, Carrier carrier) {
    super(uri, component);
    this.carrier = carrier;
  }

  Network network() {
    return carrier.network();
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(Exchange exchange) {
        carrier.carry(exchange.getMessage().getBody(FileForPost.class));
      }
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("a carrier brings nothing in");
  }
}
