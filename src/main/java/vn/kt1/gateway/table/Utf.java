package vn.kt1.gateway.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Decodes bytes: as UTF-8, as UTF-16 if a byte order mark says so, or in the one other encoding the
 * partner is known to use. It never guesses.
 */
public final class Utf {

  public static final byte[] MARK_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  public static final byte[] MARK_16_LE = {(byte) 0xFF, (byte) 0xFE};
  public static final byte[] MARK_16_BE = {(byte) 0xFE, (byte) 0xFF};

  /** Bytes that are decoded at once, and need no buffer for more. */
  private static final int SMALL = 8 * 1024;

  private static final byte END_OF_FILE = 0x1A;
  private static final String CLOSING = "\u001A\n\r";

  private Utf() {}

  /**
   * @throws Rejected {@code encoding} when the bytes are neither
   */
  public static String decode(byte[] bytes) {
    try (Reader reader = reader(bytes, null)) {
      StringWriter text = new StringWriter(bytes.length);
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  /**
   * A reader of the text. A byte that cannot be decoded throws {@link CharacterCodingException},
   * which {@link #refusal} turns into a sentence.
   *
   * @param other what bytes without a mark are; null for UTF-8
   * @throws Rejected {@code encoding} when bytes said to be of another encoding are UTF-8
   */
  public static Reader reader(byte[] bytes, @Nullable Charset other) {
    if (at(bytes, 0, MARK_8)) {
      return reader(bytes, 3, StandardCharsets.UTF_8);
    }
    if (at(bytes, 0, MARK_16_LE)) {
      return reader(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (at(bytes, 0, MARK_16_BE)) {
      return reader(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (other != null && utf8BeyondAscii(bytes)) {
      throw new Rejected(Fault.of(Code.ENCODING, "", "other"));
    }
    return reader(bytes, 0, other == null ? StandardCharsets.UTF_8 : other);
  }

  /** Turns a reader's failure into the fault for the sender; any other failure is our own. */
  public static Rejected refusal(IOException e) {
    if (e instanceof CharacterCodingException) {
      return new Rejected(Fault.of(Code.ENCODING, ""));
    }
    throw new UncheckedIOException(e);
  }

  private static Reader reader(byte[] bytes, int skip, Charset charset) {
    CharsetDecoder strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int length = bytes.length - skip;
    if (length <= SMALL) {
      try {
        return new StringReader(strict.decode(ByteBuffer.wrap(bytes, skip, length)).toString());
      } catch (CharacterCodingException broken) {
        strict.reset(); // whoever reads is told, once it is there
      }
    }
    return new InputStreamReader(new ByteArrayInputStream(bytes, skip, length), strict);
  }

  /**
   * Removes what programs leave before and after a text: a second byte order mark, or the
   * end-of-file mark of DOS followed only by line ends.
   */
  static byte[] withoutMargins(byte[] bytes) {
    int start = 0;
    for (byte[] mark : List.of(MARK_8, MARK_16_LE, MARK_16_BE)) {
      while (at(bytes, start, mark) && at(bytes, start + mark.length, mark)) {
        start += mark.length;
      }
    }
    int end = bytes.length;
    for (int i = bytes.length; i > 0 && CLOSING.indexOf(bytes[i - 1]) >= 0; i--) {
      end = bytes[i - 1] == END_OF_FILE ? i - 1 : end;
    }
    return start == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, start, end);
  }

  /** Non-ASCII bytes that are valid UTF-8 throughout are not in another encoding by chance. */
  private static boolean utf8BeyondAscii(byte[] bytes) {
    boolean beyond = false;
    for (byte b : bytes) {
      beyond |= b < 0;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return beyond;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether the given bytes stand at that place. */
  public static boolean at(byte[] bytes, int from, byte[] wanted) {
    return from >= 0
        && from + wanted.length <= bytes.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }
}
