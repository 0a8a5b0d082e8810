package vn.kt1.gateway.sftp;

import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of a dropped file, and the answer that is written beside it. */
record DropAnswer(Fate fate, @Nullable Supplier<InputStream> json) {

  /** What becomes of a file, by the verdict on it. */
  enum Fate {
    TAKEN,
    REFUSED,
    /** Refused, and may hold content: the file is deleted and only the answer stays. */
    DELETED,
    /** Not now: the file stays and the next poll tries again. */
    LEFT,
    PARKED
  }

  static DropAnswer left() {
    return new DropAnswer(Fate.LEFT, null);
  }
}
