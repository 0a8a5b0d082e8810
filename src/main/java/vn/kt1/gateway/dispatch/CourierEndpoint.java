package vn.kt1.gateway.dispatch;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import vn.kt1.gateway.shipment.Network;

/** Where a courier takes parcels; the parcel stays the body. */
final class CourierEndpoint extends DefaultEndpoint {

  private final Courier courier;

  CourierEndpoint(String uri, CourierComponent component, Courier courier) {
    super(uri, component);
    this.courier = courier;
  }

  boolean kt1() {
    return courier.network() == Network.KT1;
  }

  @Override
  public Producer createProducer() {
    return new DefaultProducer(this) {
      @Override
      public void process(Exchange exchange) {
        Parcel parcel = exchange.getMessage().getBody(Parcel.class);
        // SECURITY: once more at the courier, whatever stands before this endpoint.
        if (parcel.kt1Only() && !kt1()) {
          throw new WrongWay(parcel.name(), courier.line());
        }
        courier.carry(parcel);
      }
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("a courier brings nothing in");
  }
}
