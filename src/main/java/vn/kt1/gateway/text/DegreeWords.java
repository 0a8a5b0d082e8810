package vn.kt1.gateway.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds words that tell a degree of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT, their English, the services
 * KT1_A, B and C; also with gaps between letters, beside digits, in look-alike letters, and without
 * marks if nothing else can be meant. Words that only sound like one are not found: Bảo mật, bí mật
 * nhà nước, mật ong, phường Mật Sơn, ông Nguyễn Văn Mật.
 */
public final class DegreeWords {

  private static final String GAP = "[\\s\\p{Z}\\p{P}\\p{S}]{0,3}";
  private static final String SIGN = "[,;:()\\[\\]/|.\"–—-]";

  /** Mặt trận, without its marks. */
  private static final String NOT_THE_FRONT = "(?!" + GAP + "TRAN)";

  /** A degree, whatever stands around it. */
  private static final List<Pattern> ALWAYS =
      List.of(
          word("T", "[OÔỐ]", "I", "M", "[AÂẠẬ]", "T" + NOT_THE_FRONT),
          word("T", "U", "Y", "[EÊẸỆ]", "T", "M", "[AÂẠẬ]", "T" + NOT_THE_FRONT),
          word("T", "O", "P", "S", "E", "C", "R", "E", "T"),
          word("(?<!STATE )S", "E", "C", "R", "E", "T"),
          word("C", "O", "N", "F", "I", "D", "E", "N", "T", "I", "A", "L"),
          word("C", "L", "A", "S", "S", "I", "F", "I", "E", "D"),
          Pattern.compile("(?<!\\p{L})(?:ĐỘ MẬT|DO MAT|DẤU|ĐM:)[\\s\\p{P}]{1,3}[ABC](?!\\p{L})"),
          Pattern.compile("(?<=KT ?1) ?(?:(?:HẠNG|LOẠI|MỨC|DẤU) [ABC](?!\\p{L})|\\([ABC]\\))"),
          Pattern.compile(
              "(?<=KT ?1)(?:[_./-]?[ABC](?!\\p{L})|[_ -][ABC](?=\\s*(?:$|"
                  + SIGN
                  + "|_))|[_ -]?[ABC]?[_ -](?:EXPRESS|TIMED))(?:[_ -](?:EXPRESS|TIMED))*"),
          // Without its mark: alone between signs, or next to a word for document.
          Pattern.compile("(?<=^|" + SIGN + ")\\s*MAT(?=\\s*(?:$|" + SIGN + "))"),
          Pattern.compile(
              "(?<!\\p{L})(?:VAN BAN|HO SO|TAI LIEU|CONG VAN|THU|VB|CV) MAT(?!\\p{L}| TRAN)"));

  private static final Pattern SINGLE = word("M", "Ậ", "T");

  private static final Pattern HARMLESS_BEFORE =
      Pattern.compile(
          "(?<!\\p{L})(?:BÍ|BẢO|ĐỘ|CƠ|CẨN|THÂN|GAN|TÚI|SỎI|ĐƯỜNG|ỐNG|DỊCH|TỤY|TUỴ)[\\s,–-]{1,3}$");

  private static final Pattern HARMLESS_AFTER =
      Pattern.compile(
          "^\\s(?:ONG|MÃ|KHẨU|VỤ|THƯ|ĐỘ|MÍA|GẤU|BÁO|TÔNG|HOA|LỆNH|HIỆU|TỤY|TUỴ)(?!\\p{L})");

  /** Part of the name of a place or a person. */
  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "(?<!\\p{L})(?:PHƯỜNG|XÃ|THÔN|XÓM|LÀNG|ẤP|PHỐ|NGÕ|CẦU|CHỢ|ĐỀN|CHÙA|ĐÌNH|SÔNG|SUỐI|THÁC|NÚI|ĐÈO|KHE|HẺM|YÊN|(?<!CÔNG"
              + " )VĂN|THỊ|HỮU|ĐỨC|QUANG|XUÂN|DUY|BÁ|(?:ÔNG|BÀ|ANH|CHỊ|CHÍ|Đ/C)(?: \\p{L}+){0,3})"
              + " $");

  /**
   * A person's name that begins with the family name. Phrases that only begin like a name are
   * excluded.
   */
  private static final Pattern PERSON_BEFORE =
      Pattern.compile(
          "^\\P{L}{0,2}(?:(?:(?:ĐẠI|THƯỢNG|TRUNG|THIẾU)"
              + " (?:TƯỚNG|TÁ|ÚY|UÝ)|GS|PGS|TS|THS|BS|LS|KS)[. ]+)*(?:NGUYỄN|TRẦN|LÊ|PHẠM(?!"
              + " VI)|HOÀNG|HUỲNH|PHAN|VŨ(?! KHÍ)|VÕ|ĐẶNG|BÙI|ĐỖ|NGÔ|DƯƠNG|HỒ(?!"
              + " SƠ)|ĐINH|TRỊNH|MẠC|SIU|RƠ CHÂM)(?: \\p{L}{2,7}){0,2} $");

  private static final Pattern NAME_AFTER = Pattern.compile("^ (?:SƠN|NINH)(?!\\p{L})");

  /** Each pattern needs one of these, when signs and blanks are left out. */
  private static final String[] NEEDED = {
    "MAT", "SECRET", "CONFIDENTIAL", "CLASSIFIED", "DẤU", "ĐM", "KT1"
  };

  private static final String FORMS_OF_A = "ÂẠẬâạậ";

  /** So many letters before and after a word decide its meaning: four words of a name. */
  private static final int NEAR = 60;

  private DegreeWords() {}

  private static Pattern word(String... letters) {
    return Pattern.compile("(?<!\\p{L})" + String.join(GAP, letters) + "(?!\\p{L})");
  }

  public static boolean in(String text) {
    return (!Signs.plain(text) || lettersIn(text)) && thoroughly(text);
  }

  /** A quick check of a plain text: most have the letters of no such word. */
  private static boolean lettersIn(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (Character.isLetterOrDigit(sign)) {
        boolean likeA = sign >= 0x80 && FORMS_OF_A.indexOf(sign) >= 0;
        letters.append(likeA ? 'A' : Character.toUpperCase(sign));
      }
    }
    for (String needed : NEEDED) {
      if (letters.indexOf(needed) >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean thoroughly(String text) {
    return found(Lookalikes.read(text)).findAny().isPresent();
  }

  /** The text without these words. Of the services KT1_A, B and C, KT1 stays. */
  public static String removedFrom(String text) {
    String read = Lookalikes.read(text);
    StringBuilder left = new StringBuilder(read);
    List<MatchResult> found = found(read).toList();
    for (MatchResult word : found) {
      // As many blanks as letters, so that the positions of the other words stay valid.
      left.replace(word.start(), word.end(), " ".repeat(word.end() - word.start()));
    }
    return found.isEmpty() ? text : tidied(left.toString());
  }

  private static String tidied(String text) {
    return text.replaceAll("[(\\[]\\s*[)\\]]", " ")
        .replaceAll("\\s+", " ")
        .replaceAll(" (?=[,.;:)])", "")
        .strip();
  }

  private static Stream<MatchResult> found(String read) {
    String upper = upper(read);
    return Stream.concat(
        ALWAYS.stream().flatMap(word -> word.matcher(upper).results()),
        SINGLE.matcher(upper).results().filter(word -> tellsADegree(word, read, upper)));
  }

  private static boolean tellsADegree(MatchResult word, String read, String upper) {
    // SECURITY: for each word only its surroundings are searched, not the whole text.
    String before = upper.substring(Math.max(0, word.start() - NEAR), word.start());
    String after = upper.substring(word.end(), Math.min(upper.length(), word.end() + NEAR));
    if (HARMLESS_BEFORE.matcher(before).find() || HARMLESS_AFTER.matcher(after).find()) {
      return false;
    }
    boolean name =
        NAME_BEFORE.matcher(before).find()
            || NAME_AFTER.matcher(after).find()
            || PERSON_BEFORE.matcher(before).find();
    return !name || stamped(word, read);
  }

  /** Whether the word is in capitals and the words around it are not. */
  private static boolean stamped(MatchResult word, String read) {
    String written = read.substring(word.start(), word.end());
    return written.equals(upper(written)) && read.chars().anyMatch(Character::isLowerCase);
  }

  /** Works letter by letter, so that positions stay valid. */
  private static String upper(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    text.chars().forEach(c -> upper.append((char) Character.toUpperCase(c)));
    return upper.toString();
  }
}
