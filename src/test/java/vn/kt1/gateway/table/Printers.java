package vn.kt1.gateway.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Settings of printers as Windows keeps them: a name, sizes, and bytes of the driver's own. */
final class Printers {

  private static final int SIZE = 220;
  private static final int DRIVER = 300;

  private Printers() {}

  static byte[] settings(String printer) {
    return settings(printer, new byte[DRIVER]);
  }

  /** With these bytes as the driver's. */
  static byte[] settings(String printer, byte[] driver) {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE + driver.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(printer.getBytes(StandardCharsets.UTF_16LE));
    bytes.putShort(64, (short) 0x0401);
    bytes.putShort(68, (short) SIZE);
    bytes.putShort(70, (short) driver.length);
    bytes.position(SIZE);
    return bytes.put(driver).array();
  }
}
