package vn.kt1.gateway.sftp;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * What is known of a dropped file when it is about to be read.
 *
 * @param checksum the checksum beside the file; null for none
 * @param required its owner has promised a checksum with each file
 * @param settled it has not changed for so long that it counts as complete without a checksum
 * @param overdue the time in which a checksum must come has passed
 * @param unchanged checks the file on the server again
 * @param leftOver whether the checksum belongs to an earlier file with this name
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
   * @param digest the digest of the bytes read
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
