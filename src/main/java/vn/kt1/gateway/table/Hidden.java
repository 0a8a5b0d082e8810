package vn.kt1.gateway.table;

import java.util.Locale;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/** What a workbook can carry beside the table a reader sees. */
enum Hidden {
  FORMULA,
  COMMENT,
  MACRO,
  EMBEDDED,
  PICTURE,
  LINK,
  PIVOT,
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

  /**
   * SECURITY: a place is a position, never a word of the sender's.
   *
   * @param place empty for a kind that is told without one
   */
  Fault fault(String place) {
    String kind = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Fault.of(Code.CONTENT_NOT_ALLOWED, "", "workbook-" + kind, place);
  }
}
