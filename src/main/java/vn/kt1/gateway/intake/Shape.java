package vn.kt1.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Content told by its shape: no envelope has a file, a code block or a page of prose outside. */
final class Shape {

  private static final int LONGEST_TEXT = 200;

  /** An unbroken run of the Base64 alphabet longer than any code in this contract. */
  private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+/_-]{80,}={0,2}");

  /** A shorter run that mixes cases and digits as encoded bytes do and no name or street does. */
  private static final Pattern MIXED_RUN =
      Pattern.compile(
          "(?=[A-Za-z0-9+/]*[A-Z])(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[0-9])"
              + "[A-Za-z0-9+/]{40,}={0,2}");

  /** A shorter text holds neither run. */
  private static final int SHORTEST_RUN = 40;

  private static final List<String> SIGNATURES =
      List.of(
          "%PDF-", "PK\u0003\u0004", "{\\rtf", "JVBERi0", "UEsDB", "0M8R4KGx", "data:", "<?xml");

  /** PDF, ZIP (and with it DOCX), RTF, the old Office container, PNG, JPEG, TIFF, RAR, 7z, gzip. */
  private static final List<String> FILES =
      List.of(
          "%PDF-",
          "PK\u0003\u0004",
          "{\\rtf",
          "\u00d0\u00cf\u0011\u00e0",
          "\u0089PNG",
          "\u00ff\u00d8\u00ff",
          "II*\u0000",
          "MM\u0000*",
          "Rar!",
          "7z\u00bc\u00af",
          "\u001f\u008b");

  private Shape() {}

  /** In a code, which may be long and mixed itself. */
  static boolean ofContentInCode(String text) {
    String start = text.stripLeading();
    return length(text) > LONGEST_TEXT
        || text.length() >= SHORTEST_RUN && LONG_RUN.matcher(text).find()
        || SIGNATURES.stream().anyMatch(start::startsWith);
  }

  static boolean ofContent(String text) {
    return ofContentInCode(text) || text.length() >= SHORTEST_RUN && MIXED_RUN.matcher(text).find();
  }

  /** As people count: a letter with its marks is one, however it was encoded. */
  private static int length(String text) {
    return text.length() <= LONGEST_TEXT || tooLongToRead(text)
        ? text.length()
        : Normalizer.normalize(text, Normalizer.Form.NFC).length();
  }

  /**
   * Beyond what any two hundred letters can take. Normalising marks in the wrong order costs the
   * square of the length, so nothing longer is ever normalised.
   */
  static boolean tooLongToRead(String text) {
    return text.length() > 5 * LONGEST_TEXT;
  }

  static boolean ofZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /** Bytes that begin as documents, archives and pictures do. */
  static boolean ofFile(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return FILES.stream().anyMatch(start::startsWith);
  }
}
