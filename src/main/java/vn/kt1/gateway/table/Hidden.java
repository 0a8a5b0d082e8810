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
  PROPERTIES,
  HEADER_FOOTER,
  HIDDEN_TEXT,
  PART;

  /** SECURITY: no place is named, for the place would be a word of the sender's. */
  Fault fault() {
    String kind = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Fault.of(Code.CONTENT_NOT_ALLOWED, "", "workbook-" + kind);
  }
}
