package vn.kt1.gateway.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The part that lists the sheets, and the names given to ranges of theirs. */
final class WorkbookPart extends PartReader {

  private static final Set<String> NOTES =
      Set.of("comment", "customMenu", "description", "help", "statusBar");

  /** One or more ranges, on sheets of this workbook; anything else is a text or a formula. */
  private static final Pattern RANGES;

  static {
    String sheet = "(?:(?:'(?:[^'\\[]|''){1,62}'|[\\p{L}\\p{N}_.]{1,31})!)?";
    String cell = "\\$?[A-Z]{1,3}\\$?[0-9]{1,7}";
    String cells = cell + "(?::" + cell + ")?";
    String columns = "\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}";
    String rows = "\\$?[0-9]{1,7}:\\$?[0-9]{1,7}";
    String range = sheet + "(?:" + String.join("|", cells, columns, rows, "#REF!") + ")";
    RANGES = Pattern.compile(range + "(?:," + range + ")*");
  }

  private @Nullable String firstSheet;
  private boolean since1904;

  WorkbookPart(Found found) {
    super(found, Map.of("definedName", LONGEST_NAME));
  }

  /** The id of the relation to the first sheet. */
  @Nullable String firstSheet() {
    return firstSheet;
  }

  /** Whether days are counted from 1904, as once on the Macintosh. */
  boolean since1904() {
    return since1904;
  }

  @Override
  void start(String name, Attributes attributes) {
    switch (name) {
      case "workbookPr" -> since1904 = yes(attribute(attributes, "date1904"));
      case "sheet" -> sheet(attributes);
      case "workbookView" -> hidden(attribute(attributes, "visibility"));
      case "definedName" -> notes(attributes);
      default -> {
        // Windows and ways to calculate.
      }
    }
  }

  @Override
  void end(String name, String text) {
    boolean judged = name.equals("definedName") && text.length() <= LONGEST_NAME;
    if (judged && !(RANGES.matcher(text.strip()).matches() && SideFormula.plain(text, found))) {
      found.add(Hidden.NAME);
    }
  }

  private void sheet(Attributes attributes) {
    found.shown(String.valueOf(attribute(attributes, "name")));
    if (firstSheet == null) {
      firstSheet = relation(attributes);
      hidden(attribute(attributes, "state"));
    }
  }

  /** Who opens the workbook would see another sheet than the one that is read, or none. */
  private void hidden(@Nullable String state) {
    if (state != null && state.toLowerCase(Locale.ROOT).contains("hidden")) {
      found.add(Hidden.SHEET);
    }
  }

  private void notes(Attributes attributes) {
    for (String note : NOTES) {
      String text = attribute(attributes, note);
      if (text != null && !text.isBlank()) {
        found.add(Hidden.NAME);
      }
    }
  }
}
