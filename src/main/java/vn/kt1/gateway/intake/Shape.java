package vn.kt1.gateway.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Content told by its shape: no envelope has a file, a code block or a page of prose outside. */
final class Shape {

  private static final int LONGEST_TEXT = 200;

  /** An unbroken run of the Base64 alphabet longer than any code or name in this contract. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{80,}={0,2}");

  private static final List<String> SIGNATURES =
      List.of(
          "%PDF-", "PK\u0003\u0004", "{\\rtf", "JVBERi0", "UEsDB", "0M8R4KGx", "data:", "<?xml");

  private Shape() {}

  static boolean ofContent(String text) {
    String start = text.stripLeading();
    return length(text) > LONGEST_TEXT
        || BASE64.matcher(text).find()
        || SIGNATURES.stream().anyMatch(start::startsWith);
  }

  /** As people count: a letter with its marks is one, however it was encoded. */
  private static int length(String text) {
    return text.length() <= LONGEST_TEXT
        ? text.length()
        : Normalizer.normalize(text, Normalizer.Form.NFC).length();
  }
}
