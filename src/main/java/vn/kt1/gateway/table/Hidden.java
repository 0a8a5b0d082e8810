package vn.kt1.gateway.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * What a workbook can hold beside the visible table. Some kinds are separate parts, recognised by a
 * word in their type or name (ECMA-376 and Office's own types).
 */
enum Hidden {
  FORMULA,
  COMMENT("comment", "vmldrawing"),
  MACRO("vba", "macro", "dialogsheet", "toolbars"),
  EMBEDDED("oleobject", "activex", "controlproperties", "ctrlprop", "embeddings/"),
  PICTURE("drawing", "chart", "image/", "diagram", "media/", "thumbnail"),
  LINK("externallink", "connections", "querytable", "volatiledependencies"),
  PIVOT("pivot", "slicer", "timeline"),
  SHEET,
  ROW,
  COLUMN,
  UNSEEN_CELL,
  PROPERTIES,
  HEADER_FOOTER,
  STYLE,
  NAME,
  RULE,
  PRINTER,
  LEFT_OVER,
  HIDDEN_TEXT,
  MARKUP,
  PART;

  private final List<String> words;

  Hidden(String... words) {
    this.words = List.of(words);
  }

  /** The kind of a part that a plain table does not have; the first kind that fits. */
  static Hidden ofPart(String type, String name) {
    String both = type + " " + name;
    return Stream.of(MACRO, COMMENT, EMBEDDED, PIVOT, LINK, PICTURE)
        .filter(kind -> kind.words.stream().anyMatch(both::contains))
        .findFirst()
        .orElse(PART);
  }

  /**
   * SECURITY: the place is a position, never a word of the sender.
   *
   * @param place empty for a kind that is reported without a place
   */
  Fault fault(String place) {
    String kind = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Fault.of(Code.CONTENT_NOT_ALLOWED, "", "workbook-" + kind, place);
  }
}
