package vn.kt1.gateway.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/** A part as it unfolds: as long as the archive has said, not a byte more, and unharmed. */
final class Unfolded extends FilterInputStream {

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
    // SECURITY: the limits are held against the size that is said, so it has to be true.
    if (left < 0 || (count < 0 && (left != 0 || seen.getValue() != crc))) {
      throw new ZipException("not what the archive says");
    }
    return count;
  }

  @Override
  public long skip(long count) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
