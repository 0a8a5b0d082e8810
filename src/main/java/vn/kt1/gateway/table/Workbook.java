package vn.kt1.gateway.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A workbook with what is needed to read its sheets. */
final class Workbook {

  private final ZippedParts parts;
  private final Xlsx.Limits limits;
  private final Found found = new Found();
  private final String name;
  private final String firstSheet;
  private final @Nullable String stringsName;
  private final SharedStrings strings;
  private final CellText values;
  private final boolean since1904;

  Workbook(ZippedParts parts, Xlsx.Limits limits) throws IOException {
    this.parts = parts;
    this.limits = limits;
    name = needed(Relations.of(parts, "", found).ofType("officeDocument"));
    Relations relations = Relations.of(parts, name, found);
    WorkbookPart list = new WorkbookPart(found);
    list.read(parts.open(name));
    firstSheet = needed(relations.ofId(list.firstSheet()));
    stringsName = relations.ofType("sharedStrings");
    strings = new SharedStrings(limits, found);
    if (stringsName != null) {
      strings.read(parts.open(stringsName));
    }
    String stylesName = relations.ofType("styles");
    Styles styles = new Styles(found);
    if (stylesName != null) {
      styles.read(parts.open(stylesName));
    }
    since1904 = list.since1904();
    values = new CellText(strings, styles, since1904);
  }

  /** What has been found hidden in the parts read so far. */
  Found found() {
    return found;
  }

  boolean since1904() {
    return since1904;
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
    new SheetReader(values, limits, found, reading).read(parts.open(sheet));
  }

  private static String needed(@Nullable String part) {
    if (part == null) {
      throw Xlsx.malformed();
    }
    return part;
  }
}
