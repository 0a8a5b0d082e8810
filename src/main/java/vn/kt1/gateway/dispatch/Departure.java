package vn.kt1.gateway.dispatch;

import java.util.Set;

/** What the room that has made a parcel does when the parcel leaves. */
public interface Departure {

  /** Whether a parcel is still to be carried. */
  enum Fate {
    CARRY,
    /** The recipient has it already. */
    ARRIVED,
    /** Nobody waits for it any more. */
    DROP
  }

  /** The kinds of parcels this room makes. */
  Set<String> kinds();

  /** Asked each time before a parcel is carried, in the transaction of the claim. */
  default Fate before(Parcel parcel) {
    return Fate.CARRY;
  }

  /** Whether a person can help a parcel that was tried very often; else it is tried on. */
  default boolean mendable(Parcel parcel) {
    return true;
  }

  /** Whether a person may end a parcel that has not left. */
  default boolean mayBeGivenUp(Parcel parcel) {
    return true;
  }

  /** Once for each parcel, in the transaction that marks it sent. */
  void left(Parcel parcel);

  /** Once for each parcel that will never leave, in the transaction that ends it. */
  default void dropped(Parcel parcel) {}

  /** Whether the bytes end with the sending; else the room says when they end. */
  default boolean contentEnds() {
    return false;
  }
}
