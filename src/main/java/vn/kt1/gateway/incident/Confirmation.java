package vn.kt1.gateway.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an envelope that was to arrive. {@code finding} and {@code note} tell why not.
 */
record Confirmation(Result result, @Nullable Finding finding, Instant at, @Nullable String note) {

  /** Arrived as it should, or not. */
  enum Result {
    RECEIVED,
    PROBLEM
  }
}
