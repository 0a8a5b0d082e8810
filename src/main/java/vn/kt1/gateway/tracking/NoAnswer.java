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
  private final @Nullable Duration wished;

  NoAnswer(Kind kind) {
    this(kind, kind.ofAll(), kind == Kind.UNREACHABLE, null);
  }

  private NoAnswer(Kind kind, boolean ofAll, boolean passing, @Nullable Duration wished) {
    super("the tracking API: " + kind, null);
    this.kind = kind;
    this.ofAll = ofAll;
    this.passing = passing;
    this.wished = wished;
  }

  /** A fault over there that may be gone at once. */
  static NoAnswer passing(Kind kind) {
    return new NoAnswer(kind, kind.ofAll(), true, null);
  }

  /** Whoever asks is asked to wait; for how long, where that was told. */
  static NoAnswer wishing(Kind kind, @Nullable Duration wished) {
    return new NoAnswer(kind, true, false, wished);
  }

  /** The same, known to have nothing to do with the item that was asked about. */
  NoAnswer forAll() {
    return new NoAnswer(kind, true, passing, wished);
  }

  /** Whether a question about another item would fare no better now. */
  boolean ofAll() {
    return ofAll;
  }

  /** Whether the same question is worth asking once more at once. */
  boolean passing() {
    return passing;
  }

  @Nullable Duration wished() {
    return wished;
  }

  Kind kind() {
    return kind;
  }
}
