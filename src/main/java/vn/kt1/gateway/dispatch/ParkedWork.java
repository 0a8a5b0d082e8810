package vn.kt1.gateway.dispatch;

import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;

/** One kind of parked work, and what can still be done with it. */
public interface ParkedWork {

  boolean knows(String route);

  /**
   * Puts the work back where it is done; twice is once.
   *
   * @throws Unavailable when that cannot be reached now
   * @throws Rejected {@code not-found} when there is nothing left to be done again
   */
  void again(String route, String reference);

  /** Ends the work and tells whoever waits for it; twice is once. */
  void giveUp(String route, String reference);
}
