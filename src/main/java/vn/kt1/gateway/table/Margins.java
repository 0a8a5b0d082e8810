package vn.kt1.gateway.table;

import java.util.Arrays;

/**
 * What programs leave before and after a text: a second byte order mark, the end of file of DOS.
 */
final class Margins {

  private static final byte[][] MARKS = {
    {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, {(byte) 0xFF, (byte) 0xFE}, {(byte) 0xFE, (byte) 0xFF}
  };
  private static final byte END_OF_FILE = 0x1A;

  private Margins() {}

  static byte[] cut(byte[] bytes) {
    int start = 0;
    for (byte[] mark : MARKS) {
      while (marked(bytes, start, mark) && marked(bytes, start + mark.length, mark)) {
        start += mark.length;
      }
    }
    int end = end(bytes);
    return start == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, start, end);
  }

  private static boolean marked(byte[] bytes, int at, byte[] mark) {
    int end = at + mark.length;
    return end <= bytes.length && Arrays.equals(bytes, at, end, mark, 0, mark.length);
  }

  /** Before the first sign for it, where nothing but line ends follows. */
  private static int end(byte[] bytes) {
    int end = bytes.length;
    for (int i = bytes.length; i > 0 && closing(bytes[i - 1]); i--) {
      if (bytes[i - 1] == END_OF_FILE) {
        end = i - 1;
      }
    }
    return end;
  }

  private static boolean closing(byte one) {
    return one == END_OF_FILE || one == '\n' || one == '\r';
  }
}
