package vn.kt1.gateway.table;

import java.io.IOException;
import java.io.InputStream;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Looks through every part of a workbook, reachable or not, for what a reader of its first sheet
 * does not see. A part of a kind not known to be harmless is refused.
 */
final class WorkbookGuard {

  private static final String SHEETS =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String PACKAGE = "application/vnd.openxmlformats-package.";

  /** Who wrote in it: names of persons, as the author's. */
  private static final String PEOPLE = "application/vnd.ms-excel.person+xml";

  /** Which cells of Excel 365 are shown as a box to tick; their values are yes and no. */
  private static final String CHECK_BOXES = "application/vnd.ms-excel.featurepropertybag+xml";

  private final Workbook workbook;
  private final ZippedParts parts;
  private final Found found;

  WorkbookGuard(Workbook workbook, ZippedParts parts) {
    this.workbook = workbook;
    this.parts = parts;
    this.found = workbook.found();
  }

  /**
   * @param first the survey of the first sheet
   * @throws Rejected {@code content-not-allowed}, with one fault for each kind of thing found
   */
  void check(SheetSurvey first) throws IOException {
    ContentTypes types = new ContentTypes(found);
    types.read(parts.open(ContentTypes.NAME));
    for (String part : parts.names()) {
      if (!part.equals(ContentTypes.NAME)) {
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
      case PACKAGE + "relationships+xml" -> new Relations("", found).read(parts.open(part));
      case SHEETS + "styles+xml",
          SHEETS + "calcchain+xml",
          SHEETS + "sheetmetadata+xml",
          OFFICE + "theme+xml",
          PEOPLE ->
          new PlainPart(found).read(parts.open(part));
      case CHECK_BOXES -> new PlainPart.CheckBoxes(found).read(parts.open(part));
      case SHEETS + "table+xml" -> new PlainPart.Table(found).read(parts.open(part));
      case OFFICE + "drawing+xml" -> new PlainPart.Drawing(found).read(parts.open(part));
      case PACKAGE + "core-properties+xml" -> new Properties.Core(found).read(parts.open(part));
      case OFFICE + "extended-properties+xml" ->
          new ExtendedProperties(found).read(parts.open(part));
      case OFFICE + "custom-properties+xml" -> new CustomProperties(found).read(parts.open(part));
      case SHEETS + "printersettings" -> printerSettings(part);
      default -> found.add(HiddenParts.kind(type, part));
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
}
