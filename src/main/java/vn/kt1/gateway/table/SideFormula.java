package vn.kt1.gateway.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the texts of a sheet that stand beside its cells: rules, lists to choose from, page
 * headers and footers.
 */
final class SideFormula {

  private static final Set<String> FORMULAS = Set.of("formula", "formula1", "formula2", "x:f");

  private static final Set<String> ON_PAGE =
      Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

  /** The elements that hold these texts. */
  static final List<String> NAMES = Stream.of(FORMULAS, ON_PAGE).flatMap(Set::stream).toList();

  /** Size and colour codes, and fields such as the page number (ECMA-376, 18.3.1.46). */
  private static final Pattern CODES =
      Pattern.compile("&(K[0-9A-Fa-f]{2}[0-9A-Fa-f+-]\\d{3}|K[0-9A-Fa-f]{6}|\\d{1,3}|[A-Za-z&])");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"]|\"\")*)\"");
  private static final Pattern CELL = Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}");
  private static final Pattern COLUMNS = Pattern.compile("\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}");
  private static final Pattern SHEET = Pattern.compile("(?:'((?:[^']|'')+)'|([\\p{L}\\p{N}_.]+))!");

  /** The words a list to choose from may offer for a column of the contract, besides codes. */
  private static final Set<String> CHOICES =
      Set.of(
          """
          mật,tối mật,tuyệt mật,thường,không,không mật,có,đúng,sai,x,khẩn,thượng khẩn,hỏa tốc,\
          hoả tốc,hẹn giờ,hỏa tốc hẹn giờ,hoả tốc hẹn giờ,bình thường,none,confidential,secret,\
          top_secret,unspecified,normal,urgent,very_urgent,express,timed,express_timed,unknown,\
          kt1,public_post,hand,cipher,yes,no,true,false"""
              .split(","));

  private SideFormula() {}

  /** Reports an element of this kind whose text holds words of its own. */
  static void check(String element, String text, Found found) {
    if (ON_PAGE.contains(element) && !onPage(text)) {
      found.add(Hidden.HEADER_FOOTER);
    } else if (FORMULAS.contains(element) && !plain(text, found)
        || element.equals("x:sqref") && !OfficeWords.plain(text)) {
      found.add(Hidden.RULE);
    }
  }

  /** Whether the text holds only page numbers, dates and similar fields. */
  private static boolean onPage(String text) {
    return OfficeWords.plainOnPage(CODES.matcher(text).replaceAll(" ").replace(",Regular", ""));
  }

  /** Whether the text holds only cell references, functions, and texts visible in the sheet. */
  static boolean plain(String formula, Found found) {
    Matcher literals = LITERAL.matcher(formula);
    while (literals.find()) {
      for (String choice : literals.group(1).split("[,;]")) {
        if (!choice(choice.strip(), found)) {
          return false;
        }
      }
    }
    String rest = LITERAL.matcher(formula).replaceAll(" ").replace("#REF!", " ");
    Matcher sheets = SHEET.matcher(rest);
    while (sheets.find()) {
      String sheet = sheets.group(1) == null ? sheets.group(2) : sheets.group(1);
      if (!found.isShown(sheet.replace("''", "'"))) {
        return false;
      }
    }
    String words = CELL.matcher(SHEET.matcher(rest).replaceAll(" ")).replaceAll(" ");
    return OfficeWords.plain(COLUMNS.matcher(words).replaceAll(" "));
  }

  private static boolean choice(String text, Found found) {
    return CHOICES.contains(text.toLowerCase(Locale.ROOT))
        || found.isShown(text)
        || OfficeWords.plain(text);
  }
}
