package vn.kt1.gateway.intake;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Rejected;

/** A language hand-offs are written in. */
public interface Language {

  /**
   * @param stem the file name without its ending, null when the message was no file
   * @throws Rejected when the bytes are not of this language
   */
  Message read(byte[] bytes, @Nullable String stem);
}
