package vn.kt1.gateway.shipment;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One row of an invoice list of the post. Money is in whole dong; weight in grams.
 *
 * @param unit that is to pay; null only in a row that states the sum of a whole invoice
 * @param itemCode null where the row states a sum
 * @param total with VAT
 */
public record InvoiceRow(
    int row,
    String invoiceNo,
    YearMonth month,
    @Nullable String unit,
    @Nullable ItemCode itemCode,
    @Nullable String shipmentId,
    @Nullable String service,
    @Nullable Integer weightGrams,
    long amount,
    long vat,
    @Nullable Long total) {}
