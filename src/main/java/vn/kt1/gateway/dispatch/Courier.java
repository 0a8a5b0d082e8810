package vn.kt1.gateway.dispatch;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Unavailable;

/** Carries parcels on one line: in routes the endpoint {@code courier:<line>}. */
public interface Courier {

  String line();

  /** The network the courier is known to belong to; null for none of those an envelope takes. */
  default @Nullable Network network() {
    return null;
  }

  /**
   * Carrying twice has the effect of once.
   *
   * @throws Unavailable when the other side cannot be reached or does not take the parcel now
   * @throws Undeliverable when it never will be taken as it is
   */
  void carry(Parcel parcel);
}
