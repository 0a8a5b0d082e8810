package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A small text is decoded at once, and a reader sees no difference. */
class UtfTest {

  @Property
  void a_small_text_reads_as_a_stream_does(@ForAll("bytes") byte[] bytes) {
    assertThat(read(Utf.reader(bytes, null))).isEqualTo(read(streamed(bytes)));
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<byte[]> texts =
        Arbitraries.strings()
            .ofMaxLength(20)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .flatMap(
                whole ->
                    Arbitraries.integers().between(0, whole.length).map(end -> cut(whole, end)));
    return Arbitraries.oneOf(texts, Arbitraries.bytes().array(byte[].class).ofMaxSize(12));
  }

  private static byte[] cut(byte[] whole, int end) {
    return Arrays.copyOf(whole, end);
  }

  /** Without a mark, as UTF-8; with one, as it says. */
  private static Reader streamed(byte[] bytes) {
    boolean mark8 = Utf.at(bytes, 0, Utf.MARK_8);
    boolean little = !mark8 && Utf.at(bytes, 0, Utf.MARK_16_LE);
    boolean big = !mark8 && Utf.at(bytes, 0, Utf.MARK_16_BE);
    Charset charset =
        little
            ? StandardCharsets.UTF_16LE
            : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    int skip = mark8 ? 3 : little || big ? 2 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, skip, bytes.length - skip), charset.newDecoder());
  }

  /** What is read before it ends or breaks, and how it ends. */
  private static String read(Reader reader) {
    StringBuilder all = new StringBuilder();
    try (reader) {
      for (int letter = reader.read(); letter >= 0; letter = reader.read()) {
        all.append((char) letter);
      }
      return all + " and its end";
    } catch (CharacterCodingException broken) {
      return all + " and what cannot be decoded";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
