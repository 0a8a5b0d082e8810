package vn.kt1.gateway.intake.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Writes times in the cells of a workbook in one form. Excel has no time zones, so a serial date
 * counts in the partner's zone.
 */
final class ExcelTimes {

  /** Day zero of Excel. The day that Excel wrongly gives to 1900 is before all hand-offs. */
  private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final LocalDateTime DAY_ZERO_OF_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

  private static final Pattern LOCAL = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.[0-9]{1,20})?");
  private static final Pattern ZONED =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[-+].*)");
  private static final double SECONDS_OF_A_DAY = 86_400;

  private final ZoneId zone;
  private LocalDateTime dayZero = DAY_ZERO;

  ExcelTimes(ZoneId zone) {
    this.zone = zone;
  }

  void begins(boolean since1904) {
    dayZero = since1904 ? DAY_ZERO_OF_1904 : DAY_ZERO;
  }

  /**
   * A cell of a time column, with its offset. A cell that is neither a serial date nor a time stays
   * as it is.
   */
  String withOffset(String cell) {
    try {
      if (LOCAL.matcher(cell).matches()) {
        return written(LocalDateTime.parse(cell).atZone(zone).toOffsetDateTime());
      }
      if (SERIAL.matcher(cell).matches()) {
        long seconds = Math.round(Double.parseDouble(cell) * SECONDS_OF_A_DAY);
        return written(dayZero.plusSeconds(seconds).atZone(zone).toOffsetDateTime());
      }
      return ZONED.matcher(cell).matches() ? written(OffsetDateTime.parse(cell)) : cell;
    } catch (DateTimeException e) {
      return cell;
    }
  }

  /** Makes a serial date and a text of the same moment equal. */
  private String written(OffsetDateTime time) {
    return time.atZoneSameInstant(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
