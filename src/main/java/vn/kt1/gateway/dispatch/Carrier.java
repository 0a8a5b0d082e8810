package vn.kt1.gateway.dispatch;

import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Unavailable;

/** Who takes files of orders away: in routes the endpoint {@code carriage:<name>}. */
public interface Carrier {

  String name();

  /** The network the carrier is known to belong to. */
  Network network();

  /**
   * Twice is once.
   *
   * @throws Unavailable when the carrier cannot be reached or does not take the file
   */
  void carry(FileForPost file);
}
