package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.HandOff;

/** edXML made to eat time or memory, and what of a long honest one is held. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EdXmlBombTest {

  private static final int LONG = 20_000_000;
  private static final long FEW_BYTES = 6_000_000;

  private final Desk desk = new Desk();

  record Bomb(String name, Supplier<String> extra) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bomb> bombs() {
    return Stream.of(
        new Bomb("100,000 elements in each other", () -> "<a>".repeat(100_000)),
        new Bomb("65 in each other", () -> "<a>".repeat(65) + "</a>".repeat(65)),
        new Bomb("200,000 elements", () -> "<a/>".repeat(200_000)),
        new Bomb("a million attributes", () -> "<a" + attributes(1_000_000) + "/>"),
        new Bomb("65 attributes", () -> "<a" + attributes(65) + "/>"),
        new Bomb("a huge name", () -> "<" + "a".repeat(LONG) + "/>"),
        new Bomb("a huge name of an attribute", () -> "<a " + "a".repeat(LONG) + "='1'/>"),
        new Bomb("a huge name of an entity", () -> "&" + "a".repeat(LONG) + ";"),
        new Bomb("a million names", () -> names(1_000_000)));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_is_malformed(Bomb bomb) {
    byte[] message = message(bomb.extra().get());
    assertThat(Desk.shown(Desk.refused(() -> read(message)))).containsExactly("malformed ");
  }

  @Test
  void entities_of_entities_are_never_expanded() {
    String laughs =
        IntStream.range(1, 10)
            .mapToObj(i -> "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">")
            .collect(Collectors.joining("", "<!DOCTYPE a [<!ENTITY a0 \"x\">", "]>"));
    byte[] message = (laughs + "<a>&a9;</a>").getBytes(StandardCharsets.UTF_8);
    assertThat(Desk.shown(Desk.refused(() -> read(message)))).containsExactly("malformed ");
  }

  @Test
  void as_many_as_the_limits_say_are_read() {
    String extra = "<a" + attributes(64) + "/>" + "<a>".repeat(62) + "</a>".repeat(62);
    assertThat(read(message(extra)).envelopes()).hasSize(1);
  }

  /** What the reading of a text takes, beyond the message itself, does not grow with the text. */
  @ParameterizedTest
  @ValueSource(strings = {"<x>%s</x>", "<Attachment>%s</Attachment>", "<To><OrganName>%s"})
  void a_long_text_is_not_kept(String where) {
    byte[] message = message(where.formatted("x".repeat(LONG)));
    long before = allocated();
    judge(message);
    assertThat(allocated() - before).isLessThan(FEW_BYTES);
  }

  /** The parser hands these on whole: they are held for that moment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<x><![CDATA[%s]]></x>",
        "<!--%s-->",
        "<?x %s?>",
        "<x y='%s'/>",
        "<Attachment><![CDATA[%s]]></Attachment>"
      })
  void what_comes_in_one_piece_is_held_a_few_times_over(String where) {
    byte[] message = message(where.formatted("x".repeat(LONG)));
    long before = allocated();
    judge(message);
    assertThat(allocated() - before).isLessThan(12L * LONG);
  }

  @Test
  void many_small_pieces_of_a_text_take_their_time_only() {
    assertThat(read(message("<x>" + "&amp;".repeat(3_000_000) + "</x>")).envelopes()).hasSize(1);
    assertThat(read(message("<x y='" + "&#65;".repeat(3_000_000) + "'/>")).envelopes()).hasSize(1);
    assertThat(read(message("<!---->".repeat(2_000_000))).envelopes()).hasSize(1);
  }

  /** Marks in the wrong order cost the square of their number to normalise. */
  @Test
  void a_word_of_a_million_marks_is_not_normalised() {
    String marks = "A" + "\u0301".repeat(500_000) + "\u0323".repeat(500_000);
    assertThat(read(message("<x y='" + marks + "'>" + marks + "</x>")).envelopes()).hasSize(1);
  }

  /** The parser's buffers end somewhere in these. */
  @Test
  void a_word_is_found_wherever_a_buffer_ends() {
    for (String word : new String[] {"MẬT", "MA\u0323\u0302T", "M\u00adẬT"}) {
      for (int before = 8_000; before < 8_400; before++) {
        byte[] message = message("<x>" + "x".repeat(before) + " " + word + " x</x>");
        assertThat(Desk.shown(Desk.refused(() -> read(message)))).hasSize(1);
      }
    }
  }

  private HandOff read(byte[] message) {
    return desk.handOver("xml", "HP-1.xml", message);
  }

  private void judge(byte[] message) {
    try {
      read(message);
    } catch (vn.kt1.gateway.shipment.Rejected expected) {
      assertThat(expected.faults()).isNotEmpty();
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static String attributes(int count) {
    return IntStream.range(0, count).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
  }

  private static byte[] message(String extra) {
    return """
        <edXML><MessageHeader><From><OrganId>H24.16</OrganId></From>\
        <To><OrganId>H24.31</OrganId></To>%s</MessageHeader></edXML>
        """
        .formatted(extra)
        .getBytes(StandardCharsets.UTF_8);
  }
}
