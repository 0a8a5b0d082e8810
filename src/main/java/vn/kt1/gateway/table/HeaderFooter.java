package vn.kt1.gateway.table;

import java.util.regex.Pattern;

/** What stands above and below a printed sheet. */
final class HeaderFooter {

  private static final Pattern ELEMENT = Pattern.compile("(odd|even|first)(Header|Footer)");

  /** Size and colour codes, and fields such as the page number (ECMA-376, 18.3.1.46). */
  private static final Pattern CODES =
      Pattern.compile("&(K[0-9A-Fa-f]{2}[0-9A-Fa-f+-]\\d{3}|K[0-9A-Fa-f]{6}|\\d{1,3}|[A-Za-z&])");

  private HeaderFooter() {}

  /** Whether the element is one of them and says more than where the reader is, and when. */
  static boolean telling(String element, String text) {
    return ELEMENT.matcher(element).matches()
        && !OfficeWords.plainOnPage(CODES.matcher(text).replaceAll(" ").replace(",Regular", ""));
  }
}
