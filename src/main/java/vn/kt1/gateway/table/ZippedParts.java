package vn.kt1.gateway.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The parts of a workbook in its ZIP archive, in memory. Number and size are limited, and each name
 * is unique. Names follow OPC: no leading slash, case does not count.
 */
final class ZippedParts implements AutoCloseable {

  /** A part smaller than this may have any ratio of packing, because it fits in memory anyway. */
  private static final long SMALL = 1 << 20;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
  private final ZipLayout layout;

  /**
   * @throws Rejected {@code too-large} beyond the limits, {@code malformed} when it is no archive
   *     of parts
   */
  static ZippedParts of(byte[] bytes, Xlsx.Limits limits) throws IOException {
    ZipLayout layout = ZipLayout.of(bytes);
    // SECURITY: an archive with a million names is refused before they become objects.
    if (layout.directoryBytes() > limits.mostEntries() * 512L) {
      throw Xlsx.tooLarge();
    }
    ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setUseUnicodeExtraFields(false)
            .get();
    return new ZippedParts(zip, layout, limits);
  }

  private ZippedParts(ZipFile zip, ZipLayout layout, Xlsx.Limits limits) throws IOException {
    this.zip = zip;
    this.layout = layout;
    long unfolded = 0;
    int count = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      unfolded += size(entry, limits);
      if (++count > limits.mostEntries() || unfolded > limits.mostUnfoldedBytes()) {
        throw Xlsx.tooLarge();
      }
      if (!entry.isDirectory() && parts.put(name(entry), entry) != null) {
        throw Xlsx.malformed();
      }
    }
  }

  private static long size(ZipArchiveEntry entry, Xlsx.Limits limits) {
    int method = entry.getMethod();
    boolean known = method == ZipArchiveEntry.STORED || method == ZipArchiveEntry.DEFLATED;
    long size = entry.getSize();
    if (!known || size < 0 || entry.getGeneralPurposeBit().usesEncryption()) {
      throw Xlsx.malformed();
    }
    // SECURITY: an honest table is hardly ever packed to a hundredth, a bomb to a thousandth.
    if (size > limits.mostUnfoldedBytes()
        || (size > SMALL && size / limits.mostRatio() > entry.getCompressedSize())) {
      throw Xlsx.tooLarge();
    }
    return size;
  }

  private static String name(ZipArchiveEntry entry) {
    String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
    for (String segment : name.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw Xlsx.malformed();
      }
    }
    return name;
  }

  Set<String> names() {
    return Collections.unmodifiableSet(parts.keySet());
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = parts.get(name);
    if (entry == null) {
      throw Xlsx.malformed();
    }
    return new Unfolded(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
  }

  /**
   * Reads a part with the given reader.
   *
   * @param name null for a part that does not exist; nothing is read then
   */
  <R extends PartReader> R read(@Nullable String name, R reader) throws IOException {
    if (name != null) {
      reader.read(open(name));
    }
    return reader;
  }

  /**
   * Whether the archive holds only its parts and nothing between, before, behind or beside them.
   */
  boolean nothingBetween() {
    return layout.nothingBeside(Collections.list(zip.getEntriesInPhysicalOrder()));
  }

  /** Whether parts and folders have names that office programs use. */
  boolean plainNames() {
    return Collections.list(zip.getEntries()).stream()
        .allMatch(entry -> OfficeWords.plain(entry.getName()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Reads one unpacked part and fails unless size and CRC are those the archive states. */
  private static final class Unfolded extends FilterInputStream {

    private final CRC32 seen = new CRC32();
    private final long crc;
    private long left;

    Unfolded(InputStream in, long size, long crc) {
      super(in);
      this.left = size;
      this.crc = crc;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int count = in.read(to, offset, length);
      if (count > 0) {
        seen.update(to, offset, count);
        left -= count;
      }
      // SECURITY: the limits trust the stated size, so it must be true.
      if (left < 0 || count < 0 && (left != 0 || seen.getValue() != crc)) {
        throw new ZipException("not what the archive says");
      }
      return count;
    }
  }
}
