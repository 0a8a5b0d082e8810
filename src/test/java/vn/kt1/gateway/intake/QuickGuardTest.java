package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.kt1.testing.MixedTexts;

/** What a quick look decides of a name or an address, the patterns would decide alike. */
class QuickGuardTest {

  @Provide
  Arbitrary<String> mixed() {
    return MixedTexts.all();
  }

  @Property(tries = 8000)
  void words_of_a_document_are_found_as_by_the_patterns(@ForAll("mixed") String text) {
    assertThat(DocumentWords.in(text)).isEqualTo(DocumentWords.thoroughly(text));
  }

  @Property(tries = 5000)
  void several_bodies_are_found_as_by_the_patterns(@ForAll("mixed") String text) {
    assertThat(SeveralBodies.in(text)).isEqualTo(SeveralBodies.thoroughly(text));
  }

  @Property(tries = 5000)
  void damaged_letters_are_found_as_by_the_patterns(@ForAll("mixed") String text) {
    assertThat("mojibake".equals(Mojibake.surely(text))).isEqualTo(Mojibake.garbled(text));
  }

  @Property(tries = 3000)
  void escapes_are_found_as_by_the_pattern(@ForAll("mixed") String text) {
    assertThat(Escapes.in(text)).isEqualTo(Escapes.ESCAPE.matcher(text).find());
  }

  @Property(tries = 3000)
  void a_formula_is_found_as_by_the_pattern(@ForAll("mixed") String text) {
    assertThat(Fields.calculates(text)).isEqualTo(Fields.FORMULA.matcher(text).find());
  }

  @Property(tries = 5000)
  void content_by_shape_is_found_as_by_the_patterns(@ForAll("mixed") String text) {
    boolean begins =
        Shape.SIGNATURE
            .matcher(Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+").matcher(text).replaceFirst(""))
            .lookingAt();
    boolean content =
        text.length() > 200 && Shape.tooLong(text)
            || Pattern.compile("[A-Za-z0-9+/_-]{80,}={0,2}").matcher(text).find()
            || begins
            || Shape.MARKUP.matcher(text).find()
            || vn.kt1.gateway.text.Encoded.inText(text)
            || text.length() >= 40 && Shape.MIXED_RUN.matcher(text).find();
    assertThat(Shape.ofContent(text)).isEqualTo(content);
  }
}
