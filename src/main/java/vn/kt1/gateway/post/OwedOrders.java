package vn.kt1.gateway.post;

import java.time.Duration;
import java.time.Instant;

/**
 * The orders of one province that wait, and whether they leave now; of more than fill a file, those
 * that fill it.
 */
record OwedOrders(String province, Instant oldest, long count, boolean hurries) {

  /** As soon as the oldest has waited long enough, a file is full, or one of them cannot wait. */
  boolean leave(Instant now, Duration collect, int most) {
    return hurries || count >= most || !now.isBefore(oldest.plus(collect));
  }
}
