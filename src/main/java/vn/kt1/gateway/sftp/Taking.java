package vn.kt1.gateway.sftp;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * What is known of a dropped file when it is about to be read.
 *
 * @param checksum what lies beside it, null for nothing
 * @param required its owner has promised a checksum with each file
 * @param settled it has rested for long enough to be whole without one
 * @param overdue it has been there for longer than a checksum may take
 * @param unchanged looks at it once more
 * @param leftOver whether the checksum was left by another file of that name
 */
record Taking(
    @Nullable SideFile checksum,
    boolean required,
    boolean settled,
    boolean overdue,
    BooleanSupplier unchanged,
    BooleanSupplier leftOver) {

  static final String PROPERTY = "kt1.taking";

  /** Why a file may be read. */
  enum Whole {
    /** It is what its checksum says. */
    PROVED,
    /** It has not grown for a while, and nothing else is known. */
    RESTED,
    NOT_YET
  }

  boolean missesChecksum() {
    return required && checksum == null;
  }

  boolean mayBeRead() {
    return checksum != null || settled && !required;
  }

  /** Whether a fault that shows without reading may be reported now. */
  boolean mayBeRefused() {
    return (settled || missesChecksum()) && unchanged.getAsBoolean();
  }

  /**
   * @param digest of what was read
   * @throws Rejected {@code checksum}
   */
  Whole judge(String digest) {
    if (!unchanged.getAsBoolean()) {
      return Whole.NOT_YET;
    }
    if (checksum == null) {
      return Whole.RESTED;
    }
    if (digest.equals(checksum.digest())) {
      return Whole.PROVED;
    }
    return leftOver.getAsBoolean() ? withoutChecksum() : mismatch();
  }

  private Whole withoutChecksum() {
    if (!required) {
      return settled ? Whole.RESTED : Whole.NOT_YET;
    }
    if (overdue) {
      throw new Rejected(Fault.of(Code.CHECKSUM, ""));
    }
    return Whole.NOT_YET;
  }

  private Whole mismatch() {
    if (!settled && !overdue) {
      return Whole.NOT_YET;
    }
    throw new Rejected(
        checksum != null && checksum.digest() == null
            ? Fault.of(Code.CHECKSUM, "", "unreadable")
            : Fault.of(Code.CHECKSUM, ""));
  }
}
