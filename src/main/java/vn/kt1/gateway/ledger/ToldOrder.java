package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds in which order news is told, from the times in it. */
final class ToldOrder {

  private @Nullable Instant last;
  private boolean forward;
  private boolean backward;

  void told(Instant at) {
    if (last != null) {
      forward |= at.isAfter(last);
      backward |= at.isBefore(last);
    }
    last = at;
  }

  boolean newestFirst() {
    return backward && !forward;
  }

  boolean forward() {
    return forward;
  }

  boolean backward() {
    return backward;
  }
}
