package vn.kt1.gateway.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.ParkedWork;

/** Orders owed for what does not go by KT1: nobody but a person can say how they came to be. */
@Component
class ParkedOrders implements ParkedWork {

  static final String ROUTE = "orders-keep";

  private final Outbox outbox;

  ParkedOrders(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public boolean knows(String route) {
    return route.equals(ROUTE);
  }

  @Override
  public void again(String route, String reference) {
    outbox.putOnce(Orders.TOPIC, List.of(reference));
  }

  @Override
  public void giveUp(String route, String reference) {
    // Nothing was promised: the shipment never went by KT1.
  }
}
