package vn.kt1.gateway.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The layout of a ZIP archive (APPNOTE 4.3): entries, then the directory at {@code directory}, then
 * the end record at {@code end}, after which nothing follows.
 */
record ZipLayout(long directory, int end, boolean bareEnd) {

  private static final int END_RECORD = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /**
   * The possible sizes of a descriptor after an entry: with or without signature, 32 or 64 bits.
   */
  private static final Set<Long> DESCRIPTORS = Set.of(12L, 16L, 20L, 24L);

  /** What the 64-bit format puts between the directory and the end record. */
  private static final Set<Long> LARGE_END = Set.of(0L, 76L);

  /**
   * Extra fields that a program may add to an entry (APPNOTE 4.5): 64-bit sizes, NTFS times, times
   * and owners of Unix, and the mark of Java archives.
   */
  private static final Set<Integer> EXTRA_FIELDS =
      Set.of(0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0xCAFE);

  private static final int LONGEST_EXTRA_FIELD = 36;

  /** Space that Office leaves for growth, filled with equal bytes. */
  private static final int GROWTH = 0xA220;

  static ZipLayout of(byte[] bytes) {
    ByteBuffer archive = littleEndian(bytes);
    int last = bytes.length - END_BYTES;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (archive.getInt(at) == END_RECORD) {
        long directory = Integer.toUnsignedLong(archive.getInt(at + 16));
        long length = Integer.toUnsignedLong(archive.getInt(at + 12));
        if (directory > at) {
          throw Xlsx.malformed();
        }
        boolean bare = at == last && LARGE_END.contains(at - directory - length);
        return new ZipLayout(directory, at, bare);
      }
    }
    throw Xlsx.malformed();
  }

  long directoryBytes() {
    return end - directory;
  }

  /** SECURITY: programs that open the workbook do not show what lies in a gap. */
  boolean nothingBeside(List<ZipArchiveEntry> inOrder) {
    long at = 0;
    boolean described = false;
    boolean plain = bareEnd;
    for (ZipArchiveEntry entry : inOrder) {
      plain &= follows(at, described, entry.getLocalHeaderOffset());
      plain &= entry.getComment() == null || entry.getComment().isEmpty();
      plain &= !entry.isDirectory() || entry.getSize() == 0;
      plain &= plain(entry.getLocalFileDataExtra()) && plain(entry.getCentralDirectoryExtra());
      at = entry.getDataOffset() + entry.getCompressedSize();
      described = entry.getGeneralPurposeBit().usesDataDescriptor();
    }
    return plain && follows(at, described, directory);
  }

  private static boolean follows(long at, boolean described, long next) {
    return described ? DESCRIPTORS.contains(next - at) : next == at;
  }

  private static boolean plain(byte[] extraFields) {
    ByteBuffer from = littleEndian(extraFields);
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
    return id == GROWTH
        ? uniform(field)
        : EXTRA_FIELDS.contains(id) && field.limit() <= LONGEST_EXTRA_FIELD;
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

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
