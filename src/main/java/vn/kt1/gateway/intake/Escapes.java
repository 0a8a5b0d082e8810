package vn.kt1.gateway.intake;

import java.util.regex.Pattern;

/** Letters written as escape codes of HTML, JSON, URLs or mails. */
final class Escapes {

  static final Pattern ESCAPE =
      Pattern.compile(
          "&(?:amp;)*#(?:[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6})"
              + "|&(?:amp;)*(?:[AEIOUYaeiouy](?:grave|acute|circ|tilde|uml|breve|horn)"
              + "|[Dd]strok|ETH|eth|amp|lt|gt|quot|apos|nbsp|[rl][sd]quo|[nm]dash);"
              // With the backslash, or without it where a database has removed it.
              + "|\\\\[uU][0-9A-Fa-f]{4}|\\\\u\\{[0-9A-Fa-f]{2,6}}|\\\\x[0-9A-Fa-f]{2}"
              + "|(?<=\\p{L})u1[eE][A-Fa-f][0-9A-Fa-f]|<?U\\+[0-9A-Fa-f]{4}"
              + "|%u[0-9A-Fa-f]{4}|[%=](?:[Cc][3-6]|[Ee]1)[%=][89ABab][0-9A-Fa-f]"
              + "|(?<=\\p{L})%20(?=\\p{L})"
              + "|=\\?[A-Za-z0-9-]{2,20}\\?[BbQq]\\?");

  private static final String STARTS = "&\\%=";

  private Escapes() {}

  static boolean in(String text) {
    return begun(text) && ESCAPE.matcher(text).find();
  }

  /** A quick check: most texts have no character that begins an escape code. */
  private static boolean begun(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      boolean behindU = letter == '1' && before == 'u' || letter == '+' && before == 'U';
      if (behindU || STARTS.indexOf(letter) >= 0) {
        return true;
      }
    }
    return false;
  }
}
