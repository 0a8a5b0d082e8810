package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedTest {

  private static final String ACUTE = "\u0301";
  private static final String DOT = "\u0323";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Sở Y tế", "Nghiêng", "ย้ำ", "בְּרֵאשִׁ֖ית", "عَرَبِيّ", "क्षत्रिय", "𝐌"})
  void a_text_of_any_script_is_not_overloaded(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(Composed.overloaded(parts)).isFalse();
    assertThat(Composed.nfc(parts)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /** What is sorted is what costs. */
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void no_more_than_a_few_marks_of_a_letter_are_ever_sorted() {
    String marks = ACUTE.repeat(500_000) + DOT.repeat(500_000);
    assertThat(Composed.overloaded("a" + marks)).isTrue();
    assertThat(Composed.nfc("a" + marks)).isEqualTo("á" + ACUTE.repeat(7));
    assertThat(Composed.nfc(marks + "b")).hasSize(9);
  }

  @Property
  void whatever_the_marks_the_rest_of_a_text_stays(
      @ForAll
          @StringLength(max = 60)
          @CharRange(from = '\u0300', to = '\u0304')
          @CharRange(from = 'a', to = 'c')
          String text) {
    String composed = Composed.nfc(text);
    assertThat(Composed.overloaded(composed)).isFalse();
    assertThat(letters(composed)).isEqualTo(letters(text));
  }

  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
