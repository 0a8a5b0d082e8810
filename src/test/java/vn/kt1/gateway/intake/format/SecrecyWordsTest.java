package vn.kt1.gateway.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stamps in every disguise that a reader sees through, and the words that are none. */
class SecrecyWordsTest {

  /** The same letters to the eye. */
  private static final List<String> M = List.of("M", "Μ", "М", "Ｍ", "𝐌", "Ⓜ", "Ⅿ", "M\uFE0F");

  private static final List<String> A =
      List.of(
          "Ậ",
          "A\u0323\u0302",
          "A\u0302\u0323",
          "Â\u0323",
          "Ạ\u0302",
          "А\u0302\u0323",
          "Ａ\u0323\u0302",
          "Α\u0323\u034F\u0302");

  private static final List<String> T = List.of("T", "Τ", "Т", "Ｔ", "𝗧", "T\u0336");

  private static final List<String> BETWEEN =
      List.of(
          "", " ", ".", "-", "_", " . ", "\u00A0", "\u200B", "\u00AD", "\u2060", "\n", "*",
          "\u3164");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "TỐIMẬT",
        "TUYỆTMẬT",
        "ĐỘ MẬT",
        "(MẬT)",
        "MẬT.",
        "1/MẬT",
        "M Ậ T",
        "M.Ậ.T",
        "T.Ố.I M.Ậ.T",
        "T U Y Ệ T  M Ậ T",
        "M ẬT",
        "MẬ T",
        "MẬT01",
        "01MẬT",
        "MẬT2026",
        "MẬT_1",
        "MẬT ĐỘ XÂY DỰNG",
        "SẢN PHẨM MẬT ONG",
        "VỀ VIỆC MẬT",
        "TOI MAT",
        "TUYET MAT",
        "TOIMAT",
        "TUYETMAT",
        "T O I M A T",
        "TÔI MÂT",
        "TUYÊT MÂT",
        "TOI-MAT",
        "TUYET_MAT_01",
        "TOI MAT 12",
        "DO TOI MAT THEO QUY DINH",
        "MËT",
        "TèI MËT",
        "TUYÖT MËT",
        "MAÄT",
        "TOÁI MAÄT",
        "TUYEÄT MAÄT",
        "M A Ä T",
        "MẬT¹",
        "【MẬT】",
        "x MẬT x"
      })
  void a_stamp_is_found(String text) {
    assertThat(stamped(text)).isTrue();
    assertThat(stamped(Normalizer.normalize(text, Normalizer.Form.NFD))).isTrue();
    assertThat(stampedLetterByLetter(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mật",
        "Mật",
        "mật độ",
        "Mật độ xây dựng",
        "Bảo mật",
        "tối mật",
        "Tối mật",
        "m ậ t",
        "MAT",
        "M A T",
        "MAT 01",
        "MAT-HP",
        "MẶT TRẬN",
        "TỚI MẶT TRẬN",
        "MẮT",
        "MẤT",
        "MẠT",
        "MÁT",
        "TÔI MẤT",
        "TÔI MẮT",
        "TOI MAT TRAN TO QUOC",
        "GUI TOI MAT TRAN",
        "TOI MAT KHAU",
        "TOI",
        "TUYET",
        "TUYET VOI",
        "MẬTX",
        "XMẬT",
        "AMAT",
        "TOIMATX",
        "FORMAT",
        "TOMATO",
        "INFORMATION",
        "MATRIX",
        "DIPLOMAT",
        "TOI MOI MAT",
        "UBND TỈNH",
        "MA TRẬN",
        "M. A. TÚ",
        "Mẫu MT-01",
        "Noël, Müller",
        "МАТЕМАТИКА"
      })
  void a_word_that_is_no_stamp_is_not(String text) {
    assertThat(stamped(text)).isFalse();
    assertThat(stamped(Normalizer.normalize(text, Normalizer.Form.NFD))).isFalse();
  }

  @Property(tries = 2_000)
  void no_disguise_helps(@ForAll("disguised") String stamp) {
    assertThat(stamped("Về " + stamp + " nay")).isTrue();
  }

  @Provide
  Arbitrary<String> disguised() {
    Arbitrary<String> between = Arbitraries.of(BETWEEN);
    return Combinators.combine(
            Arbitraries.of(M), between, Arbitraries.of(A), between, Arbitraries.of(T))
        .as((m, first, a, second, t) -> m + first + a + second + t);
  }

  private static boolean stamped(String text) {
    SecrecyWords words = new SecrecyWords();
    words.next(text);
    return words.end();
  }

  /** As markup would part it. */
  private static boolean stampedLetterByLetter(String text) {
    SecrecyWords words = new SecrecyWords();
    for (char letter : text.toCharArray()) {
      words.next(String.valueOf(letter));
    }
    return words.end();
  }
}
