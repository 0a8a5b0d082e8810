package vn.kt1.gateway.post.format;

import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Why a text has no header that is known, by the lines it could stand in. */
final class NoHeader {

  private boolean filled;
  private boolean ended;
  private boolean broken;
  private boolean unreadable;

  void line(CsvLine row) {
    broken |= !row.whole();
    for (String cell : row.cells()) {
      filled |= !cell.isBlank();
      unreadable |= cell.indexOf(TextLines.NO_LETTER) >= 0;
    }
  }

  /** There are no more lines. */
  void end() {
    ended = true;
  }

  Rejected why() {
    if (ended && !filled) {
      return new Rejected(Fault.of(Code.MALFORMED, "", "empty"));
    }
    if (unreadable) {
      return new Rejected(Fault.of(Code.ENCODING, ""));
    }
    return broken ? new Rejected(Fault.of(Code.MALFORMED, "", "csv")) : unknown();
  }

  static Rejected unknown() {
    return new Rejected(Fault.of(Code.HEADER_NOT_FOUND, "", "post"));
  }
}
