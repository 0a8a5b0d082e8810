package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import vn.kt1.testing.MixedTexts;

/** What a quick look decides, the patterns would decide alike. */
class QuickLooksTest {

  @Provide
  Arbitrary<String> mixed() {
    return MixedTexts.all();
  }

  /** As ids are, with words that documents are named by. */
  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of(
            "15 KH UBND kh ubnd TTr ttr ctr at Qyd V v VV vv SYT NVY 123 2026 0001 SKHCN H24 16"
                .concat(" ve viec VE VIEC LAM trich yeu so KEHOACH phong SO BAOCAO bao cao ket")
                .concat(" QUYETDINH BaoCao envelope hand off HP eoffice ab12 a1b2c3 TB CV x 7")
                .concat(" d2lua 5468652071756963206b KRUGKIDROVUWG2ZA SGVsbG8gd29ybGQ QD TU TW")
                .split(" "))
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .flatMap(
            words ->
                Arbitraries.of("-", "_", ".", "", "-", "--").map(sign -> String.join(sign, words)));
  }

  @Property(tries = 5000)
  void a_plain_text_is_the_same_in_every_composed_form(@ForAll("mixed") String text) {
    if (Signs.plain(text)) {
      assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).isEqualTo(text);
      assertThat(Normalizer.normalize(text, Normalizer.Form.NFKC)).isEqualTo(text);
      assertThat(text)
          .doesNotContainPattern("[\\p{C}\\p{M}]|[\\s\\p{Z}]{2}|^\\s|\\s$|[^\\x20-\\x7E\\p{L}]");
    }
    assertThat(Signs.of(text).plain()).isEqualTo(Signs.plain(text));
  }

  @Property(tries = 20)
  void every_composed_vietnamese_letter_is_plain_and_read_as_itself() {
    String vowels = "aăâeêioôơuưy";
    for (char vowel : (vowels + vowels.toUpperCase(java.util.Locale.ROOT)).toCharArray()) {
      for (String tone : new String[] {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}) {
        String letter = Normalizer.normalize(vowel + tone, Normalizer.Form.NFC);
        String parts = Normalizer.normalize(letter, Normalizer.Form.NFKD);
        assertThat(Signs.plain(letter)).as(letter).isTrue();
        parts
            .chars()
            .forEach(part -> assertThat(Lookalikes.latin((char) part)).isEqualTo((char) part));
      }
    }
    assertThat(Signs.plain("đĐ")).isTrue();
  }

  @Property(tries = 5000)
  void words_for_a_degree_are_found_as_by_the_patterns(@ForAll("mixed") String text) {
    assertThat(DegreeWords.in(text)).isEqualTo(DegreeWords.thoroughly(text));
  }

  @Property(tries = 5000)
  void encoded_bytes_are_found_as_by_the_patterns(@ForAll("mixed") String text) {
    assertThat(Encoded.inText(text)).isEqualTo(Encoded.inTextOfAnyKind(text));
  }

  @Property(tries = 3000)
  void groups_of_base64_are_joined_as_by_the_patterns(
      @ForAll("mixed") String text, @ForAll @CharRange(from = '+', to = 'z') String encoded) {
    for (String one :
        new String[] {text, encoded, encoded.replaceAll("[;<>?@^`\\[\\]\\\\]", "=")}) {
      String joined = one.replaceAll("[\\s\\p{Z}:;,.|-]+", "").replace('_', '/');
      String url = one.replaceAll("[\\s\\p{Z}:;,.|]+", "").replace('-', '+').replace('_', '/');
      assertThat(Encoded.base64(one, false)).isEqualTo(decoded(joined));
      assertThat(Encoded.base64(one, true)).isEqualTo(decoded(url));
    }
  }

  private static byte[] decoded(String text) {
    String bare = text.replaceAll("=+$", "");
    boolean sound = bare.length() % 4 != 1 && bare.matches("[A-Za-z0-9+/]+");
    return sound ? Base64.getDecoder().decode(bare) : new byte[0];
  }

  @Property(tries = 5000)
  void an_id_is_told_as_by_the_patterns(@ForAll("ids") String id) {
    boolean told =
        Encoded.inIdOfAnyKind(id)
            || !id.matches("[0-9A-Fa-f-]{20,}") && DocumentIds.tellInWords(id);
    assertThat(DocumentIds.tell(id)).isEqualTo(told);
  }

  @Property(tries = 5000)
  void any_text_as_an_id_is_told_as_by_the_patterns(@ForAll("mixed") String id) {
    an_id_is_told_as_by_the_patterns(id);
  }

  @Property(tries = 5000)
  void absent_words_are_found_as_by_the_patterns(@ForAll("mixed") String text) {
    String cell = text.length() > 24 ? text.substring(0, 24) : text;
    boolean digit = !cell.isEmpty() && Character.isDigit(cell.charAt(0));
    assertThat(AbsentWords.absent(cell)).isEqualTo(!digit && AbsentWords.isWord(cell));
    boolean signs = Pattern.matches("[\\p{P}\\p{Z}]+", cell);
    assertThat(AbsentWords.absentText(cell))
        .isEqualTo(AbsentWords.absent(cell) || signs || AbsentWords.isNobody(cell));
  }
}
