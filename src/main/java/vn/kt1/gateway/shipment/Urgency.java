package vn.kt1.gateway.shipment;

/** Urgency written on an envelope; KT1 knows a class for three of them (TT 15/2022/TT-BTTTT). */
public enum Urgency {
  NORMAL(""),
  URGENT(""),
  VERY_URGENT(""),
  EXPRESS("_EXPRESS"),
  TIMED("_TIMED"),
  EXPRESS_TIMED("_EXPRESS_TIMED"),
  /** Something was written and could not be read. */
  UNKNOWN("");

  private final String serviceSuffix;

  Urgency(String serviceSuffix) {
    this.serviceSuffix = serviceSuffix;
  }

  String serviceSuffix() {
    return serviceSuffix;
  }

  /** Delivered at a time agreed between sender and post, so that a time is needed. */
  public boolean timed() {
    return this == TIMED || this == EXPRESS_TIMED;
  }

  /** What somebody waits for by the hour: never held back for the sake of others. */
  public boolean hurries() {
    return !serviceSuffix.isEmpty();
  }

  /** True where the wish for speed has no class in KT1 and is lost on the way. */
  public boolean withoutKt1Class() {
    return this == URGENT || this == VERY_URGENT || this == UNKNOWN;
  }
}
