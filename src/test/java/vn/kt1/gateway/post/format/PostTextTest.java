package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTextTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Bưu cục Hải Phòng,Bưu cục Hải Phòng",
        "'  Bưu  cục\n1\u00a0',Bưu cục 1",
        "Ha\u0309i,Hải",
        "ả\u0302,ả\u0302",
        "a\u200bb,a b"
      })
  void a_cell_is_composed_and_on_one_line(String cell, String text) {
    assertThat(PostText.of(cell)).isEqualTo(text);
  }

  /** Whether tidied or taken as it stands, for that is decided letter by letter. */
  @Property
  void a_text_needs_no_more_tidying(@ForAll("cells") String cell) {
    String text = PostText.of(cell);
    if (text != null) {
      assertThat(text).isNotBlank().isEqualTo(text.strip()).doesNotContain("  ");
      assertThat(Normalizer.isNormalized(text, Form.NFC)).isTrue();
      assertThat(PostText.of(text)).isEqualTo(text);
    } else {
      assertThat(cell.chars().allMatch(PostTextTest::blank)).isTrue();
    }
  }

  private static boolean blank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings()
        .withChars("ab 1,.\t\n\u00a0\u0300\u0301\u0302\u0309\u031b\u0323")
        .withCharRange('\u00c0', '\u01b0')
        .withCharRange('\u1ea0', '\u1ef9')
        .ofMaxLength(40);
  }
}
