package vn.kt1.gateway.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Where the pieces of a ZIP archive lie (APPNOTE 4.3): entries, then their directory at {@code
 * directory}, then the end record at {@code end}, which has nothing behind it.
 */
record ZipLayout(long directory, int end, boolean bareEnd) {

  private static final int END_RECORD = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /** Sizes a descriptor behind an entry may have: with or without signature, 32 or 64 bits. */
  private static final Set<Long> DESCRIPTORS = Set.of(12L, 16L, 20L, 24L);

  /** What the 64-bit form of the end puts between the directory and the end record. */
  private static final Set<Long> LARGE_END = Set.of(0L, 76L);

  static ZipLayout of(byte[] bytes) {
    ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
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

  /** SECURITY: what lies in a gap is seen by no program that opens the workbook. */
  boolean nothingBeside(List<ZipArchiveEntry> inOrder) {
    long at = 0;
    boolean described = false;
    boolean plain = bareEnd;
    for (ZipArchiveEntry entry : inOrder) {
      plain &= follows(at, described, entry.getLocalHeaderOffset());
      plain &= entry.getComment() == null || entry.getComment().isEmpty();
      plain &= !entry.isDirectory() || entry.getSize() == 0;
      at = entry.getDataOffset() + entry.getCompressedSize();
      described = entry.getGeneralPurposeBit().usesDataDescriptor();
    }
    return plain && follows(at, described, directory);
  }

  private static boolean follows(long at, boolean described, long next) {
    return described ? DESCRIPTORS.contains(next - at) : next == at;
  }
}
