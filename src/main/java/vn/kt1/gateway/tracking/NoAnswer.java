package vn.kt1.gateway.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/**
 * The API gave no usable answer. Only the kind is reported, because an answer may hold anything.
 */
class NoAnswer extends Unavailable {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final boolean ofAll;
  private final boolean passing;
  private final boolean sentAway;
  private final @Nullable Duration wished;

  NoAnswer(Kind kind) {
    this(kind, kind.ofAll(), kind == Kind.UNREACHABLE, false, null);
  }

  private NoAnswer(
      Kind kind, boolean ofAll, boolean passing, boolean sentAway, @Nullable Duration wished) {
    super("the tracking API: " + kind, null);
    this.kind = kind;
    this.ofAll = ofAll;
    this.passing = passing;
    this.sentAway = sentAway;
    this.wished = wished;
  }

  /** A fault of the API that may pass at once. */
  static NoAnswer passing(Kind kind) {
    return new NoAnswer(kind, kind.ofAll(), true, false, null);
  }

  /** The API asks us to come later, with the time if it was given. */
  static NoAnswer sentAway(Kind kind, @Nullable Duration wished) {
    return new NoAnswer(kind, true, false, true, wished);
  }

  /** The same failure, known not to depend on the item. */
  NoAnswer forAll() {
    return new NoAnswer(kind, true, passing, sentAway, wished);
  }

  /** Whether a query about another item would fail now, too. */
  boolean ofAll() {
    return ofAll;
  }

  /** Whether to send the same query again at once. */
  boolean passing() {
    return passing;
  }

  /** Whether the API wants no queries now. */
  boolean sentAway() {
    return sentAway;
  }

  @Nullable Duration wished() {
    return wished;
  }

  Kind kind() {
    return kind;
  }
}
