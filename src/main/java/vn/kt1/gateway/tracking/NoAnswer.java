package vn.kt1.gateway.tracking;

import vn.kt1.gateway.shipment.Unavailable;

/** The API gave nothing to go by; told by kind alone, for an answer may hold anything. */
class NoAnswer extends Unavailable {
  private static final long serialVersionUID = 1L;

  private final TrackingHealth.Kind kind;
  private final boolean always;

  NoAnswer(TrackingHealth.Kind kind) {
    this(kind, kind.ofAll());
  }

  private NoAnswer(TrackingHealth.Kind kind, boolean always) {
    super("the tracking API: " + kind, null);
    this.kind = kind;
    this.always = always;
  }

  /** The same, known to have nothing to do with the item that was asked about. */
  static NoAnswer ofAll(TrackingHealth.Kind kind) {
    return new NoAnswer(kind, true);
  }

  /** Whether a question about another item would fare no better now. */
  boolean ofAll() {
    return always;
  }

  TrackingHealth.Kind kind() {
    return kind;
  }
}
