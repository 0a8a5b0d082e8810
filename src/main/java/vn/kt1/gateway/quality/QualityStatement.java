package vn.kt1.gateway.quality;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * What a unit says of its month at once.
 *
 * @param all agreed with the rows that are not named
 */
record QualityStatement(
    String unit, YearMonth month, Channel channel, List<Said> rows, boolean all) {

  /** By which way it was said. */
  enum Channel {
    LOGIN,
    MAIL
  }

  /**
   * What is said of one row.
   *
   * @param pointer where it stands in the body of the call
   * @param row where it stands in a table, from 1; null in a call
   */
  record Said(
      String pointer,
      @Nullable Integer row,
      String shipmentId,
      boolean agreed,
      @Nullable String reason) {

    Fault fault(Code code, String variant) {
      Fault fault = Fault.of(code, pointer, variant);
      return row == null ? fault : fault.atRow(row);
    }
  }
}
