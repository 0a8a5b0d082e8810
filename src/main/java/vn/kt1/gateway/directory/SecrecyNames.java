package vn.kt1.gateway.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Folded;
import vn.kt1.gateway.text.Lookalikes;

/**
 * Names of fields that tell a document's secrecy, which a language of ordinary ones has not. They
 * are told by the words in them: in camel case, with signs between, or glued together.
 */
public final class SecrecyNames {

  /**
   * Mặt (face), mắt (eye), mất (lost), mát (cool): where marks are written, none of them is mật.
   */
  private static final Pattern OTHER_MAT =
      Pattern.compile("m[ặắấá]t", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** English words anywhere in a name; a secretary is no secret. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "SECRE(?:C|TE?S?(?!AR|I?ON))|CONFIDEN(?:T|CIAL)|CLASSIF|SECURIT|SENSITIV|RESTRICTED"
              + "|(?:PRIVA(?:TE|CY)|SEC)LEVEL|PROTECTIVEMARK|^MARK(?:ING)?S?$|BMNN");

  /**
   * A word of degree before mật. Mật khẩu, mặt bằng and mặt hàng, written without marks, look the
   * same and are left out.
   */
  private static final Pattern DEGREE =
      Pattern.compile(
          "(?:DO|BAO|BI|TOI|TUYET|CAP|MUC|DAU|NHAN)MAT"
              + "(?!C?H|E|RI|IC|UR|KHAU|HANG|BANG|DUONG|TIEN|TRAN)");

  /** Mật joined without blanks to words that columns of registers are named by. */
  private static final Pattern GLUED;

  static {
    String words =
        "(?:VAN|BAN|VB|VBD|CONG|CV|TAI|LIEU|HO|SO|LOAI|IS|CO|LA|MA|TEN|ID|NAME|CODE|LEVEL|DOC"
            + "|TYPE|FLAG|KY|HIEU|TRANG|THAI|GIA|TRI|STR|INT|TXT|DM|TEXT|VALUE|D|DO|MA)*";
    GLUED = Pattern.compile(words + "MAT" + words);
  }

  private static final int LONGEST_GLUED = 24;

  private static final Set<String> HARMLESS_BEFORE =
      Set.of("TIEN", "BE", "VANG", "GAP", "THAY", "FOR");

  private static final Set<String> HARMLESS_AFTER =
      Set.of(
          "KHAU", "HANG", "BANG", "DO", "DUONG", "TIEN", "TRAN", "TRUOC", "SAU", "TROI", "ONG",
          "DAT", "NUOC");

  private SecrecyNames() {}

  /** Case, marks, blanks and signs ignored. */
  public static boolean contains(String name) {
    if (name.length() > Forbidden.LONGEST_NAME) {
      return false;
    }
    List<String> words = words(name);
    String glued = String.join("", words);
    return FOREIGN.matcher(glued).find() || DEGREE.matcher(glued).find() || mat(words);
  }

  private static List<String> words(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String told = OTHER_MAT.matcher(composed).replaceAll("-");
    return Folded.words(told).stream().map(SecrecyNames::latin).toList();
  }

  private static String latin(String capitals) {
    StringBuilder latin = new StringBuilder();
    capitals.chars().forEach(letter -> latin.append(Lookalikes.latin((char) letter)));
    return latin.toString();
  }

  private static boolean mat(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "" : words.get(i - 1);
      String after = i + 1 == words.size() ? "" : words.get(i + 1);
      boolean harmless = HARMLESS_BEFORE.contains(before) || HARMLESS_AFTER.contains(after);
      if (!harmless && isMat(words.get(i))) {
        return true;
      }
    }
    return words.stream().allMatch(word -> word.length() <= 2) && isMat(String.join("", words));
  }

  private static boolean isMat(String word) {
    return word.length() <= LONGEST_GLUED && GLUED.matcher(word).matches();
  }
}
