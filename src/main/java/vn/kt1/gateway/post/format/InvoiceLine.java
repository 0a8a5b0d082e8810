package vn.kt1.gateway.post.format;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.InvoiceRow;
import vn.kt1.gateway.shipment.ItemCode;

/** Reads rows of the post's invoice lists; {@code TOTAL} for an item states a sum. */
final class InvoiceLine implements RowReader<InvoiceRow> {

  private static final List<String> INVOICE = List.of("invoice_no");
  private static final List<String> MONTH = List.of("month");
  private static final List<String> UNIT = List.of("unit");
  private static final List<String> ITEM = List.of("item_code");
  private static final List<String> AMOUNT = List.of("amount");
  private static final List<String> VAT = List.of("vat");
  private static final String SUM = "TOTAL";

  private static final Pattern NUMBER = Pattern.compile("[\\p{L}0-9./_-]{1,40}");

  /** Three zeros behind a mark may be thousands: {@code 1.000} is not one dong. */
  private static final Pattern DONG = Pattern.compile("([0-9]{1,12})(?:[.,]0{1,2})?");

  /** A spreadsheet makes a day of what looks like a month. */
  private static final Pattern FIRST_DAY =
      Pattern.compile("([0-9]{4}-[0-9]{2})-01(?:[T ]00:00(?::00)?)?");

  private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("MM/uuuu");

  @Override
  public List<List<String>> needed() {
    return List.of(INVOICE, MONTH, UNIT, ITEM, AMOUNT, VAT);
  }

  @Override
  public List<String> key() {
    return ITEM;
  }

  @Override
  public @Nullable InvoiceRow read(PostRow row) {
    String invoice = row.required(INVOICE, InvoiceLine::invoice);
    YearMonth month = row.required(MONTH, InvoiceLine::month);
    String written = row.required(ITEM);
    boolean sum = SUM.equalsIgnoreCase(written);
    String unit = sum ? row.text(UNIT) : row.required(UNIT);
    ItemCode item = sum ? null : row.required(ITEM, Cells::itemCode);
    Long amount = row.required(AMOUNT, InvoiceLine::dong);
    Long vat = row.required(VAT, InvoiceLine::dong);
    String shipment = row.text(List.of("shipment_id"));
    String service = row.text(List.of("service"));
    Integer weight = row.optional(List.of("weight_g"), Cells::grams);
    Long total = row.optional(List.of("total"), InvoiceLine::dong);
    return row.bad()
        ? null
        : new InvoiceRow(
            row.number(),
            Objects.requireNonNull(invoice),
            Objects.requireNonNull(month),
            unit,
            item,
            shipment,
            service,
            weight,
            Objects.requireNonNull(amount),
            Objects.requireNonNull(vat),
            total);
  }

  private static String invoice(String written) {
    if (!NUMBER.matcher(written).matches()) {
      throw new BadCell(Code.BAD_VALUE, "invoice-number");
    }
    return written;
  }

  private static YearMonth month(String written) {
    var day = FIRST_DAY.matcher(written);
    String text = day.matches() ? day.group(1) : written;
    try {
      YearMonth month =
          text.indexOf('/') > 0 ? YearMonth.parse(text, SLASHED) : YearMonth.parse(text);
      if (month.getYear() >= 2000 && month.getYear() < 2100) {
        return month;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new BadCell(Code.BAD_VALUE, "invoice-month");
  }

  private static Long dong(String written) {
    var dong = DONG.matcher(written);
    if (!dong.matches()) {
      throw new BadCell(Code.BAD_VALUE, "dong");
    }
    return Long.valueOf(dong.group(1));
  }
}
