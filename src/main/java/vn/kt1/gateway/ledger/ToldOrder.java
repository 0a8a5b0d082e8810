package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** In which order news is told, as far as the times in it show. */
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
