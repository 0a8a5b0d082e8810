package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.firewall.StrictHttpFirewall.ALLOWED_HEADER_NAMES;
import static org.springframework.security.web.firewall.StrictHttpFirewall.ALLOWED_HEADER_VALUES;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The table allows what the regular expressions of Spring's firewall allow. */
class AllowedLettersTest {

  private final AllowedLetters names = new AllowedLetters(ALLOWED_HEADER_NAMES);
  private final AllowedLetters values = new AllowedLetters(ALLOWED_HEADER_VALUES);

  @Property
  void any_text_is_decided_as_before(@ForAll @StringLength(max = 40) String text) {
    assertThat(names.test(text)).isEqualTo(ALLOWED_HEADER_NAMES.test(text));
    assertThat(values.test(text)).isEqualTo(ALLOWED_HEADER_VALUES.test(text));
  }

  @Test
  void each_letter_is_decided_as_before() {
    for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
      String text = "a" + Character.toString(letter);
      if (names.test(text) != ALLOWED_HEADER_NAMES.test(text)
          || values.test(text) != ALLOWED_HEADER_VALUES.test(text)) {
        throw new AssertionError("another answer for letter " + letter);
      }
    }
  }

  @Test
  void a_line_break_is_forbidden_and_a_tab_only_in_a_name() {
    assertThat(values.test("a\r\nb")).isFalse();
    assertThat(values.test("a\tb")).isTrue();
    assertThat(names.test("a\tb")).isFalse();
  }
}
