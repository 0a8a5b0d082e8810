package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Only what is a plain Message-ID comes into a header of ours. */
class MessageIdTest {

  @Example
  void a_plain_one_is_taken() {
    assertThat(MessageId.of(List.of(" <a.1+b=c@office.example>\r\n")))
        .isEqualTo("<a.1+b=c@office.example>");
  }

  @Example
  void none_several_and_odd_ones_are_not() {
    assertThat(MessageId.of(List.of())).isEmpty();
    assertThat(MessageId.of(List.of("<1@a>", "<2@a>"))).isEmpty();
    for (String odd :
        List.of(
            "",
            "<>",
            "1@a",
            "<1@a> <2@a>",
            "<1@a>\r\nBcc: <b@c>",
            "<1 @a>",
            "<1\t@a>",
            "<<1@a>>",
            "<số@a>",
            "<" + "x".repeat(251) + ">")) {
      assertThat(MessageId.of(List.of(odd))).as(odd).isEmpty();
    }
    assertThat(MessageId.of(List.of("<" + "x".repeat(250) + ">"))).hasSize(252);
  }

  @Property
  void whatever_is_taken_is_one_line_of_printable_ascii(@ForAll String inner) {
    String taken = MessageId.of(List.of("<" + inner + ">"));
    assertThat(taken.chars()).allMatch(sign -> sign > ' ' && sign < 0x7f);
    assertThat(taken.length()).isLessThanOrEqualTo(252);
  }
}
