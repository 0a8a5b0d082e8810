package vn.kt1.gateway.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Checks every part of a workbook, reachable or not, for things that a reader of the first sheet
 * does not see. A part of an unknown kind is refused.
 */
final class WorkbookGuard {

  private static final String SHEETS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String PACKAGE = "application/vnd.openxmlformats-package.";

  /** The names of the persons who wrote in it, like the author's. */
  private static final String PEOPLE = "application/vnd.ms-excel.person+xml";

  /** Which cells of Excel 365 are shown as check boxes; their values are yes and no. */
  private static final String CHECK_BOXES = "application/vnd.ms-excel.featurepropertybag+xml";

  private static final String CONTENT_TYPES = "[content_types].xml";

  private static final Pattern WORKBOOK =
      Pattern.compile(".*(?:spreadsheetml|ms-excel).*\\.main(?:\\+xml)?");

  private final Workbook workbook;
  private final ZippedParts parts;
  private final Found found;

  WorkbookGuard(Workbook workbook, ZippedParts parts) {
    this.workbook = workbook;
    this.parts = parts;
    this.found = workbook.found();
  }

  /** Whether the archive says that it holds a workbook of any kind. */
  static boolean workbookIn(ZippedParts parts) throws IOException {
    if (!parts.has(CONTENT_TYPES)) {
      return false;
    }
    ContentTypes types = parts.read(CONTENT_TYPES, new ContentTypes(new Found()));
    return Stream.of(types.byName, types.byEnding)
        .flatMap(known -> known.values().stream())
        .anyMatch(type -> WORKBOOK.matcher(type).matches());
  }

  /**
   * @param first the survey of the first sheet
   * @throws Rejected {@code content-not-allowed}, with one fault for each kind of thing found
   */
  void check(SheetSurvey first) throws IOException {
    ContentTypes types = parts.read(CONTENT_TYPES, new ContentTypes(found));
    for (String part : parts.names()) {
      if (!part.equals(CONTENT_TYPES)) {
        check(part, types.of(part));
      }
    }
    note(!parts.nothingBetween(), Hidden.PART);
    note(!parts.plainNames(), Hidden.PART);
    note(first.coversText(), Hidden.HIDDEN_TEXT);
    note(workbook.strings().leftOver(), Hidden.LEFT_OVER);
    if (!found.nothing()) {
      throw new Rejected(found.faults());
    }
  }

  private void check(String part, String type) throws IOException {
    switch (type) {
      case SHEETS + "sheet.main+xml" -> note(!part.equals(workbook.name()), Hidden.PART);
      case SHEETS + "sharedstrings+xml" -> note(!part.equals(workbook.stringsName()), Hidden.PART);
      case SHEETS + "worksheet+xml" -> sheet(part);
      case PACKAGE + "relationships+xml" -> parts.read(part, new Relations("", found));
      case SHEETS + "styles+xml",
          SHEETS + "calcchain+xml",
          SHEETS + "sheetmetadata+xml",
          OFFICE + "theme+xml",
          PEOPLE ->
          parts.read(part, new PlainPart(found));
      case CHECK_BOXES -> parts.read(part, PlainPart.checkBoxes(found));
      case SHEETS + "table+xml" -> parts.read(part, PlainPart.table(found));
      case OFFICE + "drawing+xml" -> parts.read(part, PlainPart.drawing(found));
      case PACKAGE + "core-properties+xml" -> parts.read(part, new Properties.Core(found));
      case OFFICE + "extended-properties+xml" -> parts.read(part, new Properties.Extended(found));
      case OFFICE + "custom-properties+xml" -> parts.read(part, new Properties.Custom(found));
      case SHEETS + "printersettings" -> printerSettings(part);
      default -> found.add(Hidden.ofPart(type, part));
    }
  }

  private void sheet(String part) throws IOException {
    if (!part.equals(workbook.firstSheet())) {
      workbook.read(part, (number, cells, last) -> found.add(Hidden.SHEET));
    }
  }

  private void printerSettings(String part) throws IOException {
    try (InputStream in = parts.open(part)) {
      note(!PrinterSettings.plain(in, found), Hidden.PRINTER);
    }
  }

  private void note(boolean there, Hidden what) {
    if (there) {
      found.add(what);
    }
  }

  /** The type of each part of a workbook, by its name or by its ending. */
  private static final class ContentTypes extends PartReader {

    private final Map<String, String> byEnding = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    ContentTypes(Found found) {
      super(found, Map.of());
    }

    /** The type of a part, in lower case; empty when none is given. */
    String of(String name) {
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return byName.getOrDefault("/" + name, byEnding.getOrDefault(ending, ""));
    }

    @Override
    void start(String name, Attributes attributes) {
      String type = lower(attributes, "ContentType");
      if (name.equals("Default")) {
        keep(byEnding, lower(attributes, "Extension"), type);
      } else if (name.equals("Override")) {
        keep(byName, lower(attributes, "PartName"), type);
      }
    }

    private static String lower(Attributes attributes, String name) {
      String value = attribute(attributes, name);
      return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
  }
}
