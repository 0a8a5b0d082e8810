package vn.kt1.gateway.intake;

import vn.kt1.gateway.shipment.Rejected;

/**
 * A language of hand-offs. It reads bytes and gives the pieces to a sink in the contract's shape.
 */
public interface Language {

  /**
   * @throws Rejected when the bytes are not of this language
   */
  void read(MessageSource source, Sink sink);
}
