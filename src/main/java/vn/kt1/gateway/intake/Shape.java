package vn.kt1.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Composed;
import vn.kt1.gateway.text.Encoded;

/** Content told by its shape: no envelope has a file, a code block or a page of prose outside. */
final class Shape {

  private static final int LONGEST_TEXT = 200;

  /** An unbroken run of the Base64 alphabet longer than any code in this contract. */
  private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+/_-]{80,}={0,2}");

  /** A shorter run that mixes letters and digits as encoded bytes do and no name or street does. */
  private static final Pattern MIXED_RUN =
      Pattern.compile(
          "(?=[A-Za-z+/]*[0-9])(?=[0-9+/]*[A-Za-z])[A-Za-z0-9+/]{40,}={0,2}"
              // The same in groups or short lines, byte by byte, or in percent signs.
              + "|(?:[A-Za-z0-9+/]{12,}\\s+){2,}[A-Za-z0-9+/]{4,}={0,2}"
              + "|(?:\\b[0-9A-Fa-f]{2}[ :]){16,}"
              + "|(?:%[0-9A-Fa-f]{2}){8,}");

  /** A page or a part of one; an address in angle brackets is none. */
  private static final Pattern MARKUP = Pattern.compile("<(?:[/!?]?[A-Za-z][^<>@]*>|!--|!\\[)");

  /** A shorter text holds neither run. */
  private static final int SHORTEST_RUN = 40;

  /** The encoded ones are PDF, ZIP, the old Office container and pictures. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?iu)%pdf-|pk\u0003\u0004|\\{\\\\rtf|jvberi0|uesdb|0m8r4kgx|ivborw0kggo|/9j/4|h4siaaaa"
              + "|-----begin |data:|<\\?xml");

  private static final Pattern UNSEEN_START = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");

  /**
   * PDF, ZIP (and with it DOCX), RTF, the old Office container, pictures, archives, a page, a bag
   * of Outlook.
   */
  private static final Pattern FILE =
      Pattern.compile(
          "%PDF-|PK\u0003\u0004|\\{\\\\rtf|\u00d0\u00cf\u0011\u00e0|\u0089PNG|\u00ff\u00d8\u00ff"
              + "|II\\*\u0000|MM\u0000\\*|Rar!|7z\u00bc\u00af|\u001f\u008b|GIF8|RIFF|<html"
              + "|<!DOCTYPE html|x\u009f>\"");

  private Shape() {}

  /** In a code, which may be long and mixed itself. */
  static boolean ofContentInCode(String text) {
    return tooLong(text)
        || text.length() >= SHORTEST_RUN && LONG_RUN.matcher(text).find()
        || signed(text);
  }

  static boolean ofContent(String text) {
    return ofContentInCode(text)
        || MARKUP.matcher(text).find()
        || !tooLongToRead(text) && Encoded.inText(text)
        || text.length() >= SHORTEST_RUN && MIXED_RUN.matcher(text).find();
  }

  /** Only where the text has passed {@link #tooLongToRead}. */
  private static boolean signed(String text) {
    return SIGNATURE.matcher(UNSEEN_START.matcher(text).replaceFirst("")).lookingAt();
  }

  /** As people count: a letter with its marks is one, however it was encoded. */
  static boolean tooLong(String text) {
    return tooLongToRead(text)
        || text.length() > LONGEST_TEXT && Composed.nfc(text).length() > LONGEST_TEXT;
  }

  /**
   * Beyond what any two hundred letters can take, or with more marks on a letter than there are.
   * SECURITY: sorting marks costs the square of their number, so such a text is never normalised.
   */
  static boolean tooLongToRead(String text) {
    return text.length() > 5 * LONGEST_TEXT || Composed.overloaded(text);
  }

  /** Bytes that begin as documents, archives and pictures do. */
  static boolean ofFile(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return FILE.matcher(start).lookingAt();
  }
}
