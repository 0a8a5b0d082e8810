package vn.kt1.gateway.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Checks that XML in UTF-8 is as office programs write it: tags and text of limited length, without
 * comments, instructions and declarations, which a parser would hold in memory as a whole.
 */
final class PlainMarkup extends FilterInputStream {

  /** Longer than the longest text of a cell with each character escaped. */
  private static final int LONGEST = 1 << 20;

  private long count;
  private int length;
  private int previous;
  private boolean marked;
  private boolean declaring;

  PlainMarkup(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int most) throws IOException {
    int read = in.read(to, offset, most);
    for (int i = 0; i < read; i++) {
      look(to[offset + i]);
    }
    return read;
  }

  /** SECURITY: without those constructs every {@code <} begins a tag. */
  private void look(int read) {
    count++;
    marked |= count == 1 && read == (byte) 0xEF;
    length = read == '<' ? 0 : length + 1;
    if (previous == '<' && read == '?' && count == (marked ? 5 : 2)) {
      declaring = true;
    } else if (previous == '<' && (read == '!' || read == '?') || declaring && read == '<') {
      throw Xlsx.malformed();
    }
    declaring &= previous != '?' || read != '>';
    if (length > LONGEST) {
      throw Xlsx.tooLarge();
    }
    previous = read;
  }
}
