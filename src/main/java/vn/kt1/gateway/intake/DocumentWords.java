package vn.kt1.gateway.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Lookalikes;
import vn.kt1.gateway.text.Signs;

/**
 * Tells whether a name or an address speaks of the document inside: by its number and symbol (Nghị
 * định 30/2020/NĐ-CP), by words that begin a subject, by a title, or by a file name. A house number
 * has no document type.
 */
final class DocumentWords {

  private static final String SLASHES = "/\\\u2044\u2215|";
  private static final String SLASH = "\\s?[/\\\\\u2044\u2215|]\\s?";
  private static final String DASH = "\\s?[-\u2010-\u2015\u2212_.]\\s?";
  private static final String NUMBER = "(?<![\\p{L}\\p{N}/])[0-9]{1,6}(?:" + SLASH + "[0-9]{4})?";

  /** After a full stop it is the number of a room: P.12/CT-HH. */
  private static final String OWN_NUMBER = "(?<!\\.)" + NUMBER;

  /** Types of documents that are never part of the name of a house or street. */
  private static final String TYPE =
      "(?:QĐ|QD|CV|BC|TTr|KH|TB|NQ|NĐ|CTr|CĐ|CĐi|TTLT|VBHN|QyĐ|KL|CTHĐ)";

  /** Types of documents that are also names of houses, streets and quarters. */
  private static final String TYPE_OR_PLACE =
      "(?:CT|TT|HD|HĐ|BB|GM|GT|PA|ĐA|DA|QC|TC|PL|ND|CD|UBND|HĐND|TU)";

  private static final String NO_PLACE =
      "(?!(?:KCN|KCX|CCN|KDC|KĐT|KDT|KTT|KTX|KP|KV|TDP|TP|TX|TT|CX|CT|QL|TL|ĐT|DT|HL|CC|NV|BT|LK|TĐC"
          + "|TDC|HH|NO|NT|BĐ|BD|P|Q)(?!\\p{L}))";

  private static final String ANY_CASE = "(?iu)";
  private static final String BODY = "[A-ZĐ]{2,10}";
  private static final String END = "(?!\\p{L})";

  /** Initials: a group of letters without a vowel. */
  private static final String INITIALS = "[b-df-hj-np-tv-zđ]{2,8}";

  private static final List<Pattern> WITH_SLASH =
      patterns(
          ANY_CASE + NUMBER + SLASH + TYPE + DASH + BODY,
          ANY_CASE + NUMBER + DASH + TYPE + SLASH + BODY,
          ANY_CASE + "(?<!\\p{L})số\\s?:?\\s*" + NUMBER + SLASH + TYPE + END,
          ANY_CASE + "(?<!\\p{L})QĐ[\\s-]?[0-9]{1,5}/[0-9]{4}(?![0-9])",
          "(?<!\\p{L})NQ\\s?[0-9]{1,3}(?:-NQ)?/TW" + END,
          OWN_NUMBER + SLASH + "(?:BCA|BQP|CA[A-ZĐ]{1,2})" + DASH + "[A-Z]{1,3}[0-9]{1,3}",
          OWN_NUMBER + SLASH + TYPE_OR_PLACE + DASH + "(?:[A-ZĐ]{2,}|TTg)",
          OWN_NUMBER + DASH + TYPE_OR_PLACE + SLASH + "[A-ZĐ]{2,10}" + END,
          OWN_NUMBER + SLASH + NO_PLACE + "[A-ZĐ&]{2,10}" + DASH + "[A-ZĐ&]{2,10}" + END,
          ANY_CASE + OWN_NUMBER + SLASH + NO_PLACE + INITIALS + DASH + "[a-zđ]{2,8}" + END,
          ANY_CASE + OWN_NUMBER + SLASH + NO_PLACE + "[a-zđ]{2,8}" + DASH + INITIALS + END);

  private static final List<Pattern> NUMBERS =
      patterns(
          ANY_CASE + "(?<!\\p{L})số\\s?:?\\s*" + NUMBER + ",?\\s+ngày\\s+[0-9]",
          ANY_CASE
              + "(?<!\\p{L})(?:CV|QĐ|công văn|quyết định|tờ trình|báo cáo|nghị quyết|công điện"
              + "|thông báo|kế hoạch|chỉ thị|giấy mời|văn bản)\\s+số\\s?:?\\s*[0-9]",
          ANY_CASE
              + "(?<!\\p{L})(?:công văn|quyết định|tờ trình|nghị quyết|công điện|chỉ thị|giấy mời)"
              + "\\s*:?\\s*[0-9]",
          OWN_NUMBER
              + ("[\\s._-]" + TYPE + "[\\s._-]")
              + ("(?:UBND|HĐND|TU|TW|TTg|VP[A-ZĐ]{1,3}|S[A-ZĐ]{2,5})" + END),
          NUMBER + "\\s" + TYPE + "\\s?[-\u2013]\\s?" + BODY + END);

  private static final List<Pattern> SUBJECTS =
      patterns(
          "(?<![\\p{L}\\p{N}])"
              + TYPE
              + "\\s?[-\u2013]\\s?(?:UBND|HĐND|TU|(?<=(?:NQ|KL)-)TW)"
              + END,
          ANY_CASE + "(?<![\\p{L}\\p{N}/])v\\s?[/\\\\\u2044\u2215]\\s?v(?![\\p{L}\\p{N}/])",
          ANY_CASE + "(?<!\\p{L})v\\.?v\\s?:",
          ANY_CASE + "(?<!\\p{L})(?:về|ve)[\\s\\p{P}]+(?:việc|viec)(?!\\p{L}|\\s+l[àa]m)",
          ANY_CASE + "(?<!\\p{L})(?:trích|trich)[\\s\\p{P}]*(?:yếu|yeu)" + END,
          ANY_CASE
              + "(?<!\\p{L})(?:nội dung|noi dung|subject|abstract|người ký|ngày ký|số trang"
              + "|số,? (?:và )?ký hiệu|tên (?:loại|văn bản)|loại văn bản)\\s?:",
          ANY_CASE + "(?<!\\p{L})ký bởi" + END);

  /** A type of document followed by more than one word. No person or body is named like this. */
  private static final Pattern TITLE =
      Pattern.compile(
          ANY_CASE
              + "^\\P{L}*(?:báo cáo(?! viên)|quyết định|tờ trình|nghị quyết|công điện|phương án|chỉ"
              + " thị|giấy mời|kết luận|đề thi|danh sách|hồ sơ)\\s+\\p{L}+\\s+\\p{L}");

  /** A file name or a path. */
  private static final List<Pattern> FILES =
      patterns(
          ANY_CASE
              + "[\\p{L}\\p{N}_)]\\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|eml|msg)"
              + "(?![\\p{L}\\p{N}])",
          ANY_CASE + "(?:file:|smb:/)/|(?<!\\p{L})[a-z]:\\\\");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private DocumentWords() {}

  private static List<Pattern> patterns(String... patterns) {
    return Arrays.stream(patterns).map(Pattern::compile).toList();
  }

  static boolean in(String text) {
    if (Shape.tooLongToRead(text)) {
      return false; // already reported
    }
    return !PlainWords.sayNothing(text) && thoroughly(text);
  }

  /** Without the quick look. */
  static boolean thoroughly(String text) {
    String read = read(text);
    boolean numbered = read.chars().anyMatch(Character::isDigit);
    boolean slashed = numbered && read.chars().anyMatch(sign -> SLASHES.indexOf(sign) >= 0);
    return numbered && any(NUMBERS, read)
        || slashed && any(WITH_SLASH, read)
        || any(SUBJECTS, read)
        || any(FILES, read);
  }

  private static boolean any(List<Pattern> patterns, String read) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(read).find());
  }

  /** Of whom a name is asked for, and the title of a document is written. */
  static boolean inName(String text) {
    return !Shape.tooLongToRead(text) && TITLE.matcher(read(text)).lookingAt();
  }

  private static String read(String text) {
    return Signs.plain(text) ? text : BLANKS.matcher(Lookalikes.read(text)).replaceAll(" ");
  }
}
