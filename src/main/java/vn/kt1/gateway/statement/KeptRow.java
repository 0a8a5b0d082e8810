package vn.kt1.gateway.statement;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.InvoiceRow;
import vn.kt1.gateway.shipment.ItemCode;

/** A row of an invoice as its table has it. */
record KeptRow(
    int rowNo,
    @Nullable String unit,
    @Nullable String itemCode,
    @Nullable String shipmentId,
    @Nullable String service,
    @Nullable Integer weightGrams,
    long amount,
    long vat,
    @Nullable Long total) {

  static KeptRow of(InvoiceRow row) {
    ItemCode item = row.itemCode();
    return new KeptRow(
        row.row(),
        row.unit(),
        item == null ? null : item.normalised(),
        row.shipmentId(),
        row.service(),
        row.weightGrams(),
        row.amount(),
        row.vat(),
        row.total());
  }
}
