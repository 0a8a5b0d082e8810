package vn.kt1.gateway.post.format;

import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Text;

/** Thrown for one cell; its row tells it with all others, and the file goes on. */
final class BadCell extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Code code;
  private final String variant;

  BadCell(Code code, String variant) {
    super(code.text(), null, false, false);
    this.code = code;
    this.variant = variant;
  }

  Code code() {
    return code;
  }

  Text sentence() {
    return Text.of("fault." + code.text() + "." + variant);
  }
}
