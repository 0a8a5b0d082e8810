package vn.kt1.gateway.table;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A workbook with what is needed to read its sheets. */
final class Workbook {

  private final ZippedParts parts;
  private final Xlsx.Limits limits;
  private final Set<Hidden> found = EnumSet.noneOf(Hidden.class);
  private final String name;
  private final String firstSheet;
  private final @Nullable String stringsName;
  private final SharedStrings strings;
  private final CellText values;

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
    values = new CellText(strings, styles, list.since1904());
  }

  /** What has been found hidden in the parts read so far. */
  Set<Hidden> found() {
    return found;
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
