package vn.kt1.gateway.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Settings that a printer driver writes into a workbook (DEVMODE of Windows): the printer's name,
 * page sizes, and private bytes of the driver, which must hold no readable text.
 */
final class PrinterSettings {

  private static final int MOST_BYTES = 1 << 16;

  /** The name of the printer, then the sizes of what follows. */
  private static final int NAME_BYTES = 64;

  private static final int SIZE_AT = 68;
  private static final int DRIVER_SIZE_AT = 70;
  private static final int LEAST_SIZE = 156;
  private static final int LONGEST_NAME = 32;

  /** Readable text: three words in a row, or a Vietnamese letter inside a word. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "[A-Za-z\\u00C0-\\u024F\\u1EA0-\\u1EF9]{2,}"
              + "(?:[ ,;:_-]{1,2}[A-Za-z\\u00C0-\\u024F\\u1EA0-\\u1EF9]{2,}){2,}"
              + "|[A-Za-z][\\u1EA0-\\u1EF9\\u0110\\u0111\\u01A0-\\u01B0]"
              + "|[\\u1EA0-\\u1EF9\\u0110\\u0111\\u01A0-\\u01B0][A-Za-z]{2}"
              + "|[A-Za-z0-9+/]{64,}");

  private PrinterSettings() {}

  /** Whether the bytes are printer settings without readable text after the name. */
  static boolean plain(InputStream in, Found found) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES || !isPrinters(bytes)) {
      return false;
    }
    String name = new String(bytes, 0, NAME_BYTES, StandardCharsets.UTF_16LE);
    int end = name.indexOf('\0');
    String printer = end < 0 ? name : name.substring(0, end);
    return found.own(printer, LONGEST_NAME)
        && silent(bytes, (end + 1) * 2, StandardCharsets.UTF_16LE)
        && silent(bytes, NAME_BYTES + 1, StandardCharsets.UTF_16LE)
        && silent(bytes, NAME_BYTES, StandardCharsets.UTF_8);
  }

  private static boolean isPrinters(byte[] bytes) {
    if (bytes.length < LEAST_SIZE) {
      return false;
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int size = Short.toUnsignedInt(fields.getShort(SIZE_AT));
    int driver = Short.toUnsignedInt(fields.getShort(DRIVER_SIZE_AT));
    return size >= LEAST_SIZE
        && size + driver <= bytes.length + 8
        && bytes.length <= size + driver + 8;
  }

  private static boolean silent(byte[] bytes, int from, Charset charset) {
    return !SENTENCE.matcher(new String(bytes, from, bytes.length - from, charset)).find();
  }
}
