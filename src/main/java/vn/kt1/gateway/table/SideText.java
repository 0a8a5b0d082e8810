package vn.kt1.gateway.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Says what an attribute of a workbook may hold. Nearly all hold numbers and words of the standard.
 * The few that hold a name or a text of a person are listed here with their limits.
 */
record SideText(Hidden kind, BiPredicate<String, Found> allowed) {

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/]{0,86}={0,2}");

  /** The name of a table, a range and the like; it has no blanks. */
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

  private static final SideText PLAIN = new SideText(Hidden.MARKUP, plain());

  /** Found by attribute first, then by element, because most attributes of cells hold no text. */
  private static final Map<String, Map<String, SideText>> PLACES = new HashMap<>();

  static {
    place(Hidden.SHEET, own(LONGEST_SHEET), "name: sheet");
    place(Hidden.MARKUP, own(LONGEST_FOLDER), "url: absPath x:absPath");
    place(Hidden.PROPERTIES, own(LONGEST_PERSON), "userName: fileSharing");
    place(Hidden.PROPERTIES, own(LONGEST_PERSON), "displayName: person x:person");
    place(Hidden.PROPERTIES, own(LONGEST_PERSON), "userId: person x:person");
    place(Hidden.NAME, ownOf(IDENTIFIER), "name: table", "displayName: table");
    place(Hidden.NAME, shown(), "name: tableColumn", "totalsRowLabel: tableColumn");
    place(Hidden.RULE, shown(), "val: filter customFilter", "text: cfRule");
    place(Hidden.LINK, shown(), "display: hyperlink", "tooltip: hyperlink");
    place(Hidden.LINK, SideFormula::plain, "location: hyperlink");
    place(Hidden.STYLE, ownOf(FONT), "val: name rFont", "typeface: font latin ea cs sym");
    place(Hidden.STYLE, (text, found) -> OfficeWords.plainOnPage(text), "name: cellStyle");
    place(Hidden.STYLE, plain(), "name: tableStyle theme");
    place(Hidden.STYLE, (code, found) -> NumberFormat.plain(code), "formatCode: numFmt");
    place(Hidden.NAME, made(KNOWN_RANGE), "name: definedName");
    for (String hint : List.of("prompt", "promptTitle", "error", "errorTitle")) {
      place(Hidden.RULE, plain(), hint + ": dataValidation x:dataValidation");
    }
    for (String hash : List.of("hash", "salt", "workbookHash", "workbookSalt")) {
      String protection = "Value: sheetProtection workbookProtection fileSharing";
      place(Hidden.MARKUP, made(HASH), hash + protection);
    }
  }

  /** Reports text that is not allowed there. */
  static void check(String element, String attribute, String value, Found found) {
    Map<String, SideText> places = PLACES.get(attribute);
    SideText place = places == null ? PLAIN : places.getOrDefault(element, PLAIN);
    if (!value.isBlank() && !place.allowed.test(value, found)) {
      found.add(place.kind);
    }
  }

  /**
   * @param places an attribute and the elements it stands in
   */
  private static void place(Hidden kind, BiPredicate<String, Found> allowed, String... places) {
    for (String place : places) {
      String[] parts = place.split(": ");
      Map<String, SideText> elements =
          PLACES.computeIfAbsent(parts[0], attribute -> new HashMap<>());
      for (String element : parts[1].split(" ")) {
        elements.put(element, new SideText(kind, allowed));
      }
    }
  }

  private static BiPredicate<String, Found> plain() {
    return (text, found) -> OfficeWords.plain(text);
  }

  private static BiPredicate<String, Found> made(Pattern pattern) {
    return (text, found) -> pattern.matcher(text).matches();
  }

  private static BiPredicate<String, Found> own(int longest) {
    return (text, found) -> found.own(text, longest);
  }

  private static BiPredicate<String, Found> ownOf(Pattern pattern) {
    return plain().or(made(pattern).and(own(LONGEST_SHEET)));
  }

  /** In the name of a column, line breaks are escaped. */
  private static BiPredicate<String, Found> shown() {
    return (text, found) ->
        found.isShown(SharedStrings.decode(text).replace("\r\n", "\n")) || OfficeWords.plain(text);
  }
}
