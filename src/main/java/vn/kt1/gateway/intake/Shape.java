package vn.kt1.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.kt1.gateway.text.Composed;
import vn.kt1.gateway.text.Encoded;
import vn.kt1.gateway.text.Signs;

/**
 * Recognises content by its shape: the outside of an envelope has no file, no encoded block and no
 * page of prose.
 */
final class Shape {

  private static final int LONGEST_TEXT = 200;

  /** An unbroken run of the Base64 alphabet longer than any code in this contract. */
  private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+/_-]{80,}={0,2}");

  /** A shorter run that mixes letters and digits as encoded bytes do; no name or street does. */
  static final Pattern MIXED_RUN =
      Pattern.compile(
          "(?=[A-Za-z+/]*[0-9])(?=[0-9+/]*[A-Za-z])[A-Za-z0-9+/]{40,}={0,2}"
              // The same in groups, in short lines, byte by byte, or in percent codes.
              + "|(?:[A-Za-z0-9+/]{12,}\\s+){2,}[A-Za-z0-9+/]{4,}={0,2}"
              + "|(?:\\b[0-9A-Fa-f]{2}[ :]){16,}"
              + "|(?:%[0-9A-Fa-f]{2}){8,}");

  /** A web page or a part of one; an address in angle brackets is not one. */
  static final Pattern MARKUP = Pattern.compile("<(?:[/!?]?[A-Za-z][^<>@]*>|!--|!\\[)");

  /** A text below this length cannot hold either run. */
  private static final int SHORTEST_RUN = 40;

  /** The shortest group of encoded bytes, and how many single bytes make a block. */
  private static final int SHORTEST_GROUP = 12;

  private static final int BYTES = 16;

  /** File signatures; the encoded ones are of PDF, ZIP, the old Office container and pictures. */
  static final Pattern SIGNATURE =
      Pattern.compile(
          "(?iu)%pdf-|pk\u0003\u0004|\\{\\\\rtf|jvberi0|uesdb|0m8r4kgx|ivborw0kggo|/9j/4|h4siaaaa"
              + "|-----begin |data:|<\\?xml");

  private static final Pattern UNSEEN_START = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");

  /**
   * Files by their first bytes: PDF, ZIP (also DOCX), RTF, the old Office container, pictures,
   * archives, web pages, Outlook's winmail.dat.
   */
  private static final Pattern FILE =
      Pattern.compile(
          "%PDF-|PK\u0003\u0004|\\{\\\\rtf|\u00d0\u00cf\u0011\u00e0|\u0089PNG|\u00ff\u00d8\u00ff"
              + "|II\\*\u0000|MM\u0000\\*|Rar!|7z\u00bc\u00af|\u001f\u008b|GIF8|RIFF|<html"
              + "|<!DOCTYPE html|x\u009f>\"");

  private Shape() {}

  /** The same check for a code, which may itself be long and mixed. */
  static boolean ofContentInCode(String text) {
    return tooLong(text)
        || text.length() >= SHORTEST_RUN && LONG_RUN.matcher(text).find()
        || signed(text);
  }

  static boolean ofContent(String text) {
    return ofContentInCode(text)
        || text.indexOf('<') >= 0 && MARKUP.matcher(text).find()
        || !tooLongToRead(text) && Encoded.inText(text)
        || text.length() >= SHORTEST_RUN && mayBeMixed(text) && MIXED_RUN.matcher(text).find();
  }

  /** A quick check: most texts have no long run, no sixteen gaps and no percent sign. */
  private static boolean mayBeMixed(String text) {
    Signs signs = Signs.of(text);
    return signs.longestRun() >= SHORTEST_GROUP || signs.gaps() >= BYTES || signs.has('%');
  }

  /** Call this only for a text that has passed {@link #tooLongToRead}. */
  private static boolean signed(String text) {
    if (!text.isEmpty() && Signs.letter(text.charAt(0))) {
      return SIGNATURE.matcher(text).lookingAt();
    }
    return SIGNATURE.matcher(UNSEEN_START.matcher(text).replaceFirst("")).lookingAt();
  }

  /** The length as people count it: a letter with its marks is one, in any encoding. */
  static boolean tooLong(String text) {
    return tooLongToRead(text)
        || text.length() > LONGEST_TEXT && Composed.nfc(text).length() > LONGEST_TEXT;
  }

  /**
   * Whether the text is longer than two hundred letters can be, or has more marks on a letter than
   * exist. SECURITY: sorting marks takes time by the square of their number, so such a text is
   * never normalised.
   */
  static boolean tooLongToRead(String text) {
    return text.length() > 5 * LONGEST_TEXT || Composed.overloaded(text);
  }

  /** Whether bytes begin like a document, an archive or a picture. */
  static boolean ofFile(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return FILE.matcher(start).lookingAt();
  }
}
