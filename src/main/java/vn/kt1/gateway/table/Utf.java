package vn.kt1.gateway.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte order mark says so, or the one other encoding a
 * partner is known to use; nothing is guessed.
 */
public final class Utf {

  public static final byte[] MARK_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  public static final byte[] MARK_16_LE = {(byte) 0xFF, (byte) 0xFE};
  public static final byte[] MARK_16_BE = {(byte) 0xFE, (byte) 0xFF};

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
   * The text as it is read; a byte that is no letter is a {@link CharacterCodingException}, which
   * {@link #refusal} puts into words.
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

  /** What a reader's failure means to the sender; any other is ours. */
  public static Rejected refusal(IOException e) {
    if (e instanceof CharacterCodingException) {
      return new Rejected(Fault.of(Code.ENCODING, ""));
    }
    throw new UncheckedIOException(e);
  }

  private static Reader reader(byte[] bytes, int skip, Charset charset) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, skip, bytes.length - skip),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /**
   * Without what programs leave before and after a text: a second byte order mark, the end of file
   * of DOS where nothing but line ends follows.
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

  /** Letters beyond ASCII that happen to be whole UTF-8 are no accident in any other encoding. */
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

  /** Whether those bytes stand there. */
  public static boolean at(byte[] bytes, int from, byte[] wanted) {
    return from >= 0
        && from + wanted.length <= bytes.length
        && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
  }
}
