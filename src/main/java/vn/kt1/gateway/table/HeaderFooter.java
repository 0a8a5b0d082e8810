package vn.kt1.gateway.table;

import java.util.regex.Pattern;

/** What stands above and below a printed sheet. */
final class HeaderFooter {

  private static final Pattern ELEMENT = Pattern.compile("(odd|even|first)(Header|Footer)");

  /** Font, colour and size codes, and fields such as the page number (ECMA-376, 18.3.1.46). */
  private static final Pattern CODES =
      Pattern.compile(
          "&(\"[^\"]{0,64}\"|K[0-9A-Fa-f]{2}[0-9A-Fa-f+-]\\d{3}|K[0-9A-Fa-f]{6}|\\d{1,3}|[A-Za-z&])");

  /** What office programs write beside the page number by themselves. */
  private static final Pattern PAGE =
      Pattern.compile("page|trang|of|trên", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private HeaderFooter() {}

  /** Whether the element is one of them and says more than where the reader is. */
  static boolean telling(String element, String text) {
    if (text.isBlank() || !ELEMENT.matcher(element).matches()) {
      return false;
    }
    String rest = PAGE.matcher(CODES.matcher(text).replaceAll(" ")).replaceAll(" ");
    return rest.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
