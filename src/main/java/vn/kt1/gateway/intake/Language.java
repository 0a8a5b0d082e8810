package vn.kt1.gateway.intake;

import vn.kt1.gateway.shipment.Rejected;

/** A language hand-offs are written in: gives what it reads, in the contract's shape, to a sink. */
public interface Language {

  /**
   * @throws Rejected when the bytes are not of this language
   */
  void read(MessageSource source, Sink sink);
}
