package vn.kt1.gateway.logbook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something outside was last reached, and last not; {@code failure} is why, in our words,
 * never the message of a library.
 *
 * @param name what it is: a route id, {@code tracking}, {@code smtp}, {@code imap}
 * @param every how often it is tried by itself; null when only on demand
 */
public record LastContact(
    String name,
    boolean configured,
    @Nullable Duration every,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastFailure,
    @Nullable String failure) {

  /** Whoever talks to something outside tells here how that goes. */
  public interface Source {
    List<LastContact> pulses();
  }

  public LastContact named(String other) {
    return new LastContact(other, configured, every, lastSuccess, lastFailure, failure);
  }

  /** Whether the last thing known is a failure. */
  public boolean failing() {
    return lastFailure != null && (lastSuccess == null || lastFailure.isAfter(lastSuccess));
  }

  /** Nothing was tried yet. */
  public boolean unheard() {
    return lastSuccess == null && lastFailure == null;
  }
}
