package vn.kt1.gateway.tracking;

import vn.kt1.gateway.shipment.Unavailable;

/** The API gave nothing to go by; told by kind alone, for an answer may hold anything. */
class NoAnswer extends Unavailable {
  private static final long serialVersionUID = 1L;

  private final TrackingHealth.Kind kind;

  NoAnswer(TrackingHealth.Kind kind) {
    super("the tracking API: " + kind, null);
    this.kind = kind;
  }

  TrackingHealth.Kind kind() {
    return kind;
  }
}
