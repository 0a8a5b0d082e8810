package vn.kt1.gateway.intake;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Tells where a name or an address speaks of the document inside: by its number and symbol (Nghị
 * định 30/2020/NĐ-CP), or by the words a subject begins with. Numbers of houses have no type.
 */
final class DocumentWords {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}/])[0-9]{1,6}(?:/[0-9]{4})?/(?:QĐ|QD|CV|BC|TTr|TTR|KH|TB|NQ|CT|NĐ|TT"
              + "|HD|HĐ|CTr|CĐ|CĐi|BB|GM|GT|PA|ĐA|DA|QC|QyĐ|TC|TTLT|PL|UBND|HĐND|TU|VBHN)"
              + "-[A-ZĐ]{2,}");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|[-\\u2013\\u2014:;,.(\\[\"'])[\\s\\p{Z}]*(?:V/v\\b|Về[\\s\\p{Z}]+việc\\b"
              + "|Trích[\\s\\p{Z}]+yếu\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private DocumentWords() {}

  static boolean in(String text) {
    if (Shape.tooLongToRead(text)) {
      return false; // told already
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return NUMBER.matcher(composed).find() || SUBJECT.matcher(composed).find();
  }
}
