package vn.kt1.gateway.table;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** A workbook and everything needed to read its sheets. */
final class Workbook {

  private final ZippedParts parts;
  private final Xlsx.Limits limits;
  private final Found found = new Found();
  private final String name;
  private final String firstSheet;
  private final @Nullable String stringsName;
  private final SharedStrings strings;
  private final Styles styles;
  private final SheetList list;

  Workbook(ZippedParts parts, Xlsx.Limits limits) throws IOException {
    this.parts = parts;
    this.limits = limits;
    name = needed(Relations.of(parts, "", found).ofType("officeDocument"));
    Relations relations = Relations.of(parts, name, found);
    list = parts.read(name, new SheetList(found));
    firstSheet = needed(relations.ofId(list.firstSheet()));
    stringsName = relations.ofType("sharedStrings");
    strings = parts.read(stringsName, new SharedStrings(limits, found));
    styles = parts.read(relations.ofType("styles"), new Styles(found));
  }

  /** What was found hidden in the parts read so far. */
  Found found() {
    return found;
  }

  boolean since1904() {
    return list.since1904();
  }

  String name() {
    return name;
  }

  String firstSheet() {
    return firstSheet;
  }

  @Nullable String stringsName() {
    return stringsName;
  }

  SharedStrings strings() {
    return strings;
  }

  void read(String sheet, SheetReader.Reading reading) throws IOException {
    CellReader cell = new CellReader(strings, styles, since1904(), found);
    parts.read(sheet, new SheetReader(cell, limits, found, reading));
  }

  private static String needed(@Nullable String part) {
    if (part == null) {
      throw Xlsx.malformed();
    }
    return part;
  }

  /** The part that lists the sheets and the named ranges. */
  private static final class SheetList extends PartReader {

    private static final Set<String> NOTES =
        Set.of("comment", "customMenu", "description", "help", "statusBar");

    /**
     * A name may refer only to ranges on sheets of this workbook; anything else is a text or a
     * formula.
     */
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

    SheetList(Found found) {
      super(found, Map.of("definedName", LONGEST_NAME));
    }

    /** The id of the relation to the first sheet. */
    @Nullable String firstSheet() {
      return firstSheet;
    }

    /** Whether days are counted from 1904, as on old Macintosh computers. */
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
          // Settings of windows and of calculation.
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

    /**
     * Whether a person who opens the workbook sees another sheet than the one that is read, or
     * none.
     */
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
}
