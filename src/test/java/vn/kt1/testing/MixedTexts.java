package vn.kt1.testing;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Texts of a few pieces in any order: words that the guard looks for, cut and written in other
 * ways, beside harmless ones and random signs. So about half of them are near something.
 */
public final class MixedTexts {

  /** Words and signs of every pattern, and ordinary names and streets. */
  private static final List<String> PIECES =
      List.of(
          ("Số|12|12/34|5/2026|2026|Lê Đại Hành|phường|Hồng Bàng|Sở Y tế|Nguyễn Văn|Thị|Hải Phòng"
                  + "|P.12|TP.|CT|QĐ|qd|CV|BC|TTr|KH|NQ|NQ3|TW|UBND|HĐND|SYT|BCA|CAT|A01|NVY|KL|TB|công"
                  + " văn|quyết định|Tờ trình|báo cáo|nghị quyết|chỉ thị|giấy mời|kế hoạch|số|ngày|văn"
                  + " bản|thông báo|về|việc|ve|viec|làm|v/v|vv|v.v|V|trích|trich|yếu|trichyeu|nội"
                  + " dung|ký|bởi|subject|kết luận|danh sách|hồ sơ|pdf|docx|7z|zip|file|smb"
                  + "|MẬT|mật|Tối|TUYỆT|TOI|MAT|M|Ậ|T|SECRET|Secret|STATE|CONFIDENTIAL|CLASSIFIED|ĐỘ|DẤU|ĐM|A|B|C|KT1|KT"
                  + " 1|KT1_A|EXPRESS|TRẦN|Mật Sơn|bí|ong|các|và các|và|huyện|ban|công"
                  + " ty|Bộ|Cục|tỉnh|Ủy ban nhân dân|Toà án|H24.31|null|N/A|none|trống|không có|tbd|n"
                  + " u l l|như trên|NA|#REF!|nt|nil"
                  + "|SGVsbG8gd29ybGQgZm9v|5468652071756963|KRUGKIDROVUWG2ZA|d2lua|YmFv|IGNh|q1W2|aB3d"
                  + "|01010101|%20%41%42%43|\\x41\\x42|u1ea1|&#7853;|\\u1ead|=?utf-8?B?|JVBERi0|data:"
                  + "|Ãi|Ã|á»|Ä|Ăí|Há»™i|SKHCN|BAOCAO|VEVIEC|LAM|KEHOACH|SO|QUYETDINH|bao|cao|ket|qua")
              .split("\\|"));

  private static final List<String> BETWEEN =
      List.of(
          " ", " ", " ", " ", "", "", ", ", "-", "/", " - ", ".", "_", ":", ": ", "  ", ";", "|",
          "\\", "&", "+", "=", "(", ")", "\"", "'", "@", "*", "?", "!", "<", "\n", "\t", "\u00A0",
          "\u2013", "\u200B", "\u00AD", "\u0323", "\u0301", "\u2044", "\u0410", "\uFF1B", "\u00B7",
          "ſ", "\u212A", "đ", "1", "a");

  private MixedTexts() {}

  public static Arbitrary<String> all() {
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, Arbitraries.of(PIECES)),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.strings().withCharRange(' ', '\u1EFF').ofMaxLength(3)),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(30)));
    Arbitrary<String> written =
        Combinators.combine(piece, Arbitraries.of(BETWEEN), Arbitraries.integers().between(0, 9))
            .as((word, sign, way) -> in(way, word) + sign);
    return Combinators.combine(written.list().ofMaxSize(9), Arbitraries.integers().between(0, 9))
        .as(MixedTexts::joined);
  }

  private static String in(int way, String word) {
    return switch (way) {
      case 0 -> word.toUpperCase(java.util.Locale.ROOT);
      case 1 -> word.toLowerCase(java.util.Locale.ROOT);
      case 2 -> word.replace(" ", "");
      default -> word;
    };
  }

  private static String joined(List<String> written, int way) {
    String text = String.join("", written);
    return way == 0
        ? Normalizer.normalize(text, Normalizer.Form.NFD)
        : way < 7 ? text.strip() : text;
  }
}
