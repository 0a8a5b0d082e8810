package vn.kt1.gateway.sftp;

import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file that was dropped, and what is answered beside it, read as it is written.
 */
record DropAnswer(Fate fate, @Nullable Supplier<InputStream> json) {

  /** A file's fate follows the verdict on it. */
  enum Fate {
    TAKEN,
    REFUSED,
    /** Refused, and it may hold content: only the answer stays. */
    DELETED,
    /** Not now: it stays where it is and is looked at again. */
    LEFT,
    PARKED
  }

  static DropAnswer left() {
    return new DropAnswer(Fate.LEFT, null);
  }
}
