package vn.kt1.gateway.shipment;

/** Where a shipment stands, and the one table of legal moves, repeated in the database. */
public enum ShipmentState {
  REGISTERED(Kind.OWN),
  HELD(Kind.OWN),
  ORDERED(Kind.OWN),
  ACCEPTED(Kind.MOVING),
  IN_TRANSIT(Kind.MOVING),
  AT_DELIVERY_OFFICE(Kind.MOVING),
  OUT_FOR_DELIVERY(Kind.MOVING),
  DELIVERY_FAILED(Kind.MOVING),
  RETURNING(Kind.MOVING),
  DELIVERED(Kind.END),
  RETURNED(Kind.END),
  LOST(Kind.END),
  CANCELLED(Kind.END),
  REFUSED(Kind.END),
  ORDER_REFUSED(Kind.END);

  private enum Kind {
    /** The gateway's own: gives way to any event of the post or a person. */
    OWN,
    MOVING,
    /** Only a correction leads out of it. */
    END
  }

  private final Kind kind;

  ShipmentState(Kind kind) {
    this.kind = kind;
  }

  public boolean own() {
    return kind == Kind.OWN;
  }

  public boolean end() {
    return kind == Kind.END;
  }

  /** Whether an event may lead from here to there. */
  public boolean mayBecome(ShipmentState next) {
    return switch (kind) {
      case END -> false;
      case MOVING -> !next.own() && next != REFUSED && next != ORDER_REFUSED;
      case OWN -> ownMay(next);
    };
  }

  private boolean ownMay(ShipmentState next) {
    return switch (next) {
      case REGISTERED, REFUSED -> this == HELD;
      case ORDERED -> this == REGISTERED;
      case HELD -> false;
      case ORDER_REFUSED -> this != HELD;
      default -> true;
    };
  }
}
