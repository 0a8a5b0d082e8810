package vn.kt1.gateway.dispatch;

import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Parcels that did not leave: owed anew, or never sent. */
@Component
class ParkedParcels implements ParkedWork {

  private final Dispatch dispatch;

  ParkedParcels(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public boolean knows(String route) {
    return route.startsWith("dispatch-");
  }

  @Override
  public void again(String route, String reference) {
    if (!dispatch.again(reference)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
  }

  @Override
  public void giveUp(String route, String reference) {
    dispatch.giveUp(reference);
  }
}
