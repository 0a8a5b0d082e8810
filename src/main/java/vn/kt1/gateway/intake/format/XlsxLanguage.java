package vn.kt1.gateway.intake.format;

import java.util.List;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.MessageSource;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.FileKind;
import vn.kt1.gateway.table.Xlsx;

/**
 * Reads the first sheet of an Excel workbook (CONTRACT, 4.1). The header is among the first rows.
 */
public final class XlsxLanguage implements Language {

  private final Xlsx.Limits limits;

  public XlsxLanguage(Xlsx.Limits limits) {
    this.limits = limits;
  }

  @Override
  public void read(MessageSource source, Sink sink) {
    FileKind.of(source.bytes())
        .ifPresent(
            kind -> {
              throw new Rejected(kind.fault(Code.CONTENT_NOT_ALLOWED));
            });
    ExcelTimes times = new ExcelTimes(source.how().zone());
    Rows rows = new Rows(source, sink, times::withOffset, false);
    Xlsx.read(
        source.bytes(),
        limits,
        new Xlsx.Rows() {
          @Override
          public void begins(boolean since1904, List<String> names) {
            times.begins(since1904);
            // SECURITY: the name of a sheet or a company can be long enough to hold a subject, so
            // it is checked.
            names.forEach(sink::text);
          }

          @Override
          public void row(int number, List<String> cells) {
            if (number > Rows.HEADER_WITHIN) {
              rows.headerFound(); // blank rows above the first filled row count too
            }
            rows.next(cells);
          }
        });
    rows.end();
  }
}
