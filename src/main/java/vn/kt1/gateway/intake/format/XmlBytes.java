package vn.kt1.gateway.intake.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.Utf;

/**
 * An XML document without bytes that a transport left before it. {@code other}: the encoding of
 * bytes without a byte order mark; null for UTF-8.
 */
record XmlBytes(byte[] bytes, @Nullable Charset other) {

  /** A declaration after this many bytes does not belong to this document. */
  private static final int NEAR = 1024;

  private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LESS_THAN = {'<'};
  private static final byte[] MARKED_LE = {(byte) 0xFF, (byte) 0xFE, '<', 0};
  private static final byte[] MARKED_BE = {(byte) 0xFE, (byte) 0xFF, 0, '<'};

  static XmlBytes of(byte[] bytes, @Nullable Charset other) {
    int start = start(bytes);
    boolean marked = Utf.at(bytes, start - Utf.MARK_8.length, Utf.MARK_8);
    int from = marked ? start - Utf.MARK_8.length : start;
    return new XmlBytes(from == 0 ? bytes : Arrays.copyOfRange(bytes, from, bytes.length), other);
  }

  /** Where the document begins: at the declaration, at a UTF-16 mark, or at the first element. */
  private static int start(byte[] bytes) {
    if (Utf.at(bytes, 0, Utf.MARK_16_LE) || Utf.at(bytes, 0, Utf.MARK_16_BE)) {
      return 0;
    }
    int first = find(bytes, LESS_THAN, bytes.length);
    for (byte[] mark : new byte[][] {MARKED_LE, MARKED_BE}) {
      int marked = find(bytes, mark, Math.min(bytes.length, NEAR));
      if (marked >= 0 && marked <= first) {
        return marked;
      }
    }
    int declared = find(bytes, DECLARATION, Math.min(bytes.length, NEAR));
    return Math.max(0, declared < 0 ? first : declared);
  }

  private static int find(byte[] bytes, byte[] wanted, int before) {
    for (int i = 0; i < before; i++) {
      if (Utf.at(bytes, i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * @throws Rejected {@code encoding} when the declaration says that the bytes are anything else
   */
  void checkDeclared(@Nullable String declared) {
    if (declared != null && !agrees(declared)) {
      throw new Rejected(Fault.of(Code.ENCODING, "", "declared"));
    }
  }

  private boolean agrees(String declared) {
    try {
      Charset charset = Charset.forName(declared);
      if (Utf.at(bytes, 0, Utf.MARK_16_LE)) {
        return charset.equals(StandardCharsets.UTF_16) || charset.equals(StandardCharsets.UTF_16LE);
      }
      if (Utf.at(bytes, 0, Utf.MARK_16_BE)) {
        return charset.equals(StandardCharsets.UTF_16) || charset.equals(StandardCharsets.UTF_16BE);
      }
      boolean utf8 = other == null || Utf.at(bytes, 0, Utf.MARK_8);
      return charset.equals(utf8 ? StandardCharsets.UTF_8 : other);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
