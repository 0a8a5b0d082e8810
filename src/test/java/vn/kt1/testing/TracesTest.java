package vn.kt1.testing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing must be able to find something. */
class TracesTest {
  private static final String WORD = "QX-7719 xyzzy";
  private static final String TEXT = "bảo vệ QX-7719 xyzzy, và";

  @TempDir Path folder;

  static Stream<byte[]> forms() {
    byte[] bytes = TEXT.getBytes(UTF_8);
    return Stream.of(
        bytes,
        TEXT.getBytes(UTF_16LE),
        TEXT.getBytes(UTF_16BE),
        Base64.getEncoder().encode(bytes),
        Base64.getEncoder().encode((" " + TEXT).getBytes(UTF_8)),
        Base64.getEncoder().encode(("  " + TEXT).getBytes(UTF_8)),
        HexFormat.of().formatHex(bytes).getBytes(UTF_8),
        URLEncoder.encode(TEXT, UTF_8).getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void finds_a_word_in_every_form(byte[] form) throws IOException {
    Path file = Files.write(folder.resolve("kept"), form);
    assertThat(new Traces(WORD).holders(folder)).containsExactly(file);
    assertThat(new Traces("another").holders(folder)).isEmpty();
  }

  @Test
  void finds_a_word_in_a_file_that_is_open_and_deleted() throws IOException {
    Path file = Files.writeString(folder.resolve("kept"), TEXT);
    try (InputStream open = Files.newInputStream(file)) {
      Files.delete(file);
      assertThat(new Traces(WORD).openHolders()).hasSize(1);
      assertThat(open).as("still open, and whole").isNotEmpty();
    }
    assertThat(new Traces(WORD).openHolders()).isEmpty();
  }
}
