package vn.kt1.gateway.tracking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/** The API gave nothing to go by; told by kind alone, for an answer may hold anything. */
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

  /** A fault over there that may be gone at once. */
  static NoAnswer passing(Kind kind) {
    return new NoAnswer(kind, kind.ofAll(), true, false, null);
  }

  /** Whoever asks is asked to come later; when, where that was told. */
  static NoAnswer sentAway(Kind kind, @Nullable Duration wished) {
    return new NoAnswer(kind, true, false, true, wished);
  }

  /** The same, known to have nothing to do with the item that was asked about. */
  NoAnswer forAll() {
    return new NoAnswer(kind, true, passing, sentAway, wished);
  }

  /** Whether a question about another item would fare no better now. */
  boolean ofAll() {
    return ofAll;
  }

  /** Whether the same question is worth asking once more at once. */
  boolean passing() {
    return passing;
  }

  /** Whether no question at all is wished for now. */
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
