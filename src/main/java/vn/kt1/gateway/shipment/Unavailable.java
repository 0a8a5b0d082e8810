package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/** Something outside is not there now: time is what helps, so it is tried again. */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
