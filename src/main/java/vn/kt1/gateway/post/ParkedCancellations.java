package vn.kt1.gateway.post;

import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Cancelled shipments the post has accepted all the same: only a person can call them back. */
@Component
class ParkedCancellations implements ParkedWork {

  static final String ROUTE = "cancellations-make";

  @Override
  public boolean knows(String route) {
    return route.equals(ROUTE);
  }

  /** The post was asked already, and has said both yes and no. */
  @Override
  public void again(String route, String reference) {
    throw new Rejected(Fault.of(Code.NOT_FOUND, "", "asked"));
  }

  @Override
  public void giveUp(String route, String reference) {
    // Nobody waits: the sender was told that it is cancelled, and reads the rest in the timeline.
  }
}
