package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextLinesTest {

  /** Parts of letters, letters, ends of lines. */
  private static final int[] BYTES = {
    '\n', '\r', 'a', ',', '"', 0xc3, 0xa0, 0xe1, 0xba, 0xbf, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xff,
    0xef
  };

  @Property(tries = 2_000)
  void the_lines_are_those_of_the_whole_text_whatever_its_bytes(
      @ForAll @Size(max = 40) List<Byte> chosen) {
    byte[] bytes = bytes(chosen);
    assertThat(lines(bytes)).isEqualTo(linesOf(new String(bytes, StandardCharsets.UTF_8)));
  }

  @Test
  void a_mark_is_no_sign_and_a_text_may_be_utf_16() {
    assertThat(lines("\ufeffmột\r\nhai".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("một", "hai");
    assertThat(lines("\ufeffmột\nhai\n".getBytes(StandardCharsets.UTF_16LE)))
        .containsExactly("một", "hai");
  }

  @Test
  void a_line_too_long_is_cut_at_a_sign() {
    String vast = "ạ".repeat(TextLines.LONGEST + 1) + "\nb";
    assertThat(lines(vast.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("ạ".repeat(TextLines.LONGEST), "b");
    byte[] mixed = ("aà" + vast).getBytes(StandardCharsets.UTF_8);
    assertThat(lines(mixed)).containsExactly("aà" + "ạ".repeat(TextLines.LONGEST - 2), "b");
  }

  @Test
  void a_line_can_be_read_again() {
    TextLines lines = new TextLines("một\nhai\nba".getBytes(StandardCharsets.UTF_8));
    lines.next();
    int second = lines.at();
    lines.next();
    lines.backTo(second);
    assertThat(lines.next()).isEqualTo("hai");
  }

  private static byte[] bytes(List<Byte> chosen) {
    ByteBuffer bytes = ByteBuffer.allocate(chosen.size());
    chosen.forEach(one -> bytes.put((byte) BYTES[Math.floorMod(one, BYTES.length)]));
    return bytes.array();
  }

  private static List<String> lines(byte[] bytes) {
    TextLines lines = new TextLines(TextLines.utf8(bytes));
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }

  /** An end of line ends a line; behind the last one nothing begins. */
  private static List<String> linesOf(String text) {
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<String> lines = new ArrayList<>(Arrays.asList(bare.split("\r\n|\n|\r", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }
}
