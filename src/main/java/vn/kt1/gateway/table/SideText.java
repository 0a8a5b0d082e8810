package vn.kt1.gateway.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What an attribute of a workbook may hold. Nearly all of them hold numbers and words of the
 * standard; the few that hold a name or a text of people's stand here, each with its bound.
 */
record SideText(Hidden kind, BiPredicate<String, Found> allowed) {

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/]{0,86}={0,2}");

  /** Of a table, a range and the like: written without blanks. */
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.]{1,31}");

  private static final Pattern FONT =
      Pattern.compile("[@.]?[A-Za-z0-9]+(?:[ ._-][A-Za-z0-9]+){0,3}");

  private static final Pattern KNOWN_RANGE =
      Pattern.compile(
          "(?:_xlnm\\.|Excel_BuiltIn_+)?_?(?:Print_Area|Print_Titles|FilterDatabase|Criteria"
              + "|Extract|Consolidate_Area|Database|Sheet_Title)(?:_[0-9]{1,4})*");

  private static final int LONGEST_SHEET = 31;
  private static final int LONGEST_PERSON = 64;
  private static final int LONGEST_FOLDER = 260;

  private static final SideText PLAIN =
      new SideText(Hidden.MARKUP, (text, found) -> OfficeWords.plain(text));

  private static final Map<String, SideText> BY_PLACE = new HashMap<>();

  static {
    place(own(Hidden.SHEET, LONGEST_SHEET), "sheet@name");
    place(own(Hidden.MARKUP, LONGEST_FOLDER), "absPath@url", "x:absPath@url");
    place(own(Hidden.PROPERTIES, LONGEST_PERSON), "fileSharing@userName");
    place(own(Hidden.PROPERTIES, LONGEST_PERSON), "person@displayName", "x:person@displayName");
    place(own(Hidden.PROPERTIES, LONGEST_PERSON), "person@userId", "x:person@userId");
    place(new SideText(Hidden.NAME, SideText::identifier), "table@name", "table@displayName");
    place(shown(Hidden.NAME), "tableColumn@name", "tableColumn@totalsRowLabel");
    place(shown(Hidden.RULE), "filter@val", "customFilter@val", "cfRule@text");
    place(shown(Hidden.LINK), "hyperlink@display", "hyperlink@tooltip");
    place(new SideText(Hidden.LINK, SideFormula::plain), "hyperlink@location");
    place(new SideText(Hidden.STYLE, SideText::font), "name@val", "rFont@val", "font@typeface");
    place(new SideText(Hidden.STYLE, SideText::font), "latin@typeface", "ea@typeface");
    place(new SideText(Hidden.STYLE, SideText::font), "cs@typeface", "sym@typeface");
    place(
        new SideText(Hidden.STYLE, (text, found) -> OfficeWords.plainOnPage(text)),
        "cellStyle@name");
    place(plain(Hidden.STYLE), "tableStyle@name", "theme@name");
    place(
        new SideText(Hidden.STYLE, (code, found) -> NumberFormat.plain(code)), "numFmt@formatCode");
    place(new SideText(Hidden.NAME, SideText::range), "definedName@name");
    for (String hint : List.of("prompt", "promptTitle", "error", "errorTitle")) {
      place(plain(Hidden.RULE), "dataValidation@" + hint, "x:dataValidation@" + hint);
    }
    for (String hash :
        List.of("hashValue", "saltValue", "workbookHashValue", "workbookSaltValue")) {
      SideText digest = new SideText(Hidden.MARKUP, (text, found) -> HASH.matcher(text).matches());
      place(digest, "sheetProtection@" + hash, "workbookProtection@" + hash, "fileSharing@" + hash);
    }
  }

  /** Whether that may stand there; what may not is told. */
  static boolean check(String element, String attribute, String value, Found found) {
    SideText place = BY_PLACE.getOrDefault(element + "@" + attribute, PLAIN);
    boolean allowed = value.isBlank() || place.allowed.test(value, found);
    if (!allowed) {
      found.add(place.kind);
    }
    return allowed;
  }

  private static void place(SideText text, String... places) {
    for (String place : places) {
      BY_PLACE.put(place, text);
    }
  }

  private static SideText own(Hidden kind, int longest) {
    return new SideText(kind, (text, found) -> found.own(text, longest));
  }

  private static SideText plain(Hidden kind) {
    return new SideText(kind, (text, found) -> OfficeWords.plain(text));
  }

  private static SideText shown(Hidden kind) {
    return new SideText(kind, (text, found) -> seen(text, found) || OfficeWords.plain(text));
  }

  /** A name of a column has its line breaks written out. */
  private static boolean seen(String text, Found found) {
    return found.isShown(SharedStrings.decode(text).replace("\r\n", "\n"));
  }

  private static boolean identifier(String text, Found found) {
    return OfficeWords.plain(text)
        || IDENTIFIER.matcher(text).matches() && found.own(text, LONGEST_SHEET);
  }

  private static boolean font(String text, Found found) {
    return OfficeWords.plain(text)
        || FONT.matcher(text).matches() && found.own(text, LONGEST_SHEET);
  }

  private static boolean range(String text, Found found) {
    return KNOWN_RANGE.matcher(text).matches();
  }
}
