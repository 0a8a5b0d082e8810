package vn.kt1.gateway.dispatch;

import vn.kt1.gateway.ledger.Room;

/** The word of a person on parked parcels, for tests of other rooms. */
public final class ParkedParcelsOf {

  private ParkedParcelsOf() {}

  public static ParkedWork room(Room room) {
    return room.get(ParkedParcels.class);
  }
}
