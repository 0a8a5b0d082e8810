package vn.kt1.gateway.intake.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.intake.Source;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.FileKind;
import vn.kt1.gateway.table.Xlsx;

/**
 * The first sheet of an Excel workbook (CONTRACT, 4.1), its header among the first rows. Excel
 * knows no zones: a serial is a time in the partner's.
 */
public final class XlsxLanguage implements Language {

  private static final int HEADER_WITHIN = 20;

  /** Excel counts days from here; the day it wrongly gives to 1900 lies before all hand-offs. */
  private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final Pattern LOCAL = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.[0-9]{1,20})?");
  private static final double SECONDS_OF_A_DAY = 86_400;

  private final Xlsx.Limits limits;

  public XlsxLanguage(Xlsx.Limits limits) {
    this.limits = limits;
  }

  @Override
  public void read(Source source, Sink sink) {
    FileKind.of(source.bytes())
        .ifPresent(
            kind -> {
              throw new Rejected(kind.fault(Code.CONTENT_NOT_ALLOWED));
            });
    ZoneId zone = source.how().zone();
    Rows rows = new Rows(source, sink, HEADER_WITHIN, cell -> time(cell, zone));
    Xlsx.read(source.bytes(), limits, (number, cells) -> rows.next(cells));
    rows.end();
  }

  /** A cell of a time column with its offset; what is no serial stays as it is. */
  private static String time(String cell, ZoneId zone) {
    try {
      if (LOCAL.matcher(cell).matches()) {
        return withOffset(LocalDateTime.parse(cell), zone);
      }
      if (SERIAL.matcher(cell).matches()) {
        long seconds = Math.round(Double.parseDouble(cell) * SECONDS_OF_A_DAY);
        return withOffset(DAY_ZERO.plusSeconds(seconds), zone);
      }
      return cell;
    } catch (DateTimeException e) {
      return cell;
    }
  }

  private static String withOffset(LocalDateTime time, ZoneId zone) {
    return time.atZone(zone).toOffsetDateTime().toString();
  }
}
