package vn.kt1.gateway.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The fields a writer of archives may add to an entry (APPNOTE 4.5): sizes, times and owners.
 * Office leaves room for growth there, filled with one and the same byte.
 */
final class ExtraFields {

  /** Sizes of 64 bits, NTFS times, times and owners of Unix, and the mark of Java's archives. */
  private static final Set<Integer> KNOWN =
      Set.of(0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0xCAFE);

  private static final int GROWTH = 0xA220;
  private static final int LONGEST = 36;

  private ExtraFields() {}

  static boolean plain(ZipArchiveEntry entry) {
    return plain(entry.getLocalFileDataExtra()) && plain(entry.getCentralDirectoryExtra());
  }

  private static boolean plain(byte[] fields) {
    ByteBuffer from = ByteBuffer.wrap(fields).order(ByteOrder.LITTLE_ENDIAN);
    while (from.remaining() >= 4) {
      int id = Short.toUnsignedInt(from.getShort());
      int length = Short.toUnsignedInt(from.getShort());
      if (length > from.remaining() || !plain(id, from.slice(from.position(), length))) {
        return false;
      }
      from.position(from.position() + length);
    }
    return !from.hasRemaining();
  }

  private static boolean plain(int id, ByteBuffer field) {
    return id == GROWTH ? uniform(field) : KNOWN.contains(id) && field.limit() <= LONGEST;
  }

  /** After a signature and the size of the room, all bytes are the same. */
  private static boolean uniform(ByteBuffer field) {
    for (int i = 5; i < field.limit(); i++) {
      if (field.get(i) != field.get(4)) {
        return false;
      }
    }
    return true;
  }
}
