package vn.kt1.gateway.statement;

import org.jspecify.annotations.Nullable;

/**
 * Where the post's invoices and the gateway tell different things.
 *
 * @param row of the list, null where it has none
 * @param theirs what the invoice says, and {@code ours} what the gateway has: dong or grams
 */
record InvoiceDifference(
    Kind kind,
    @Nullable String invoiceNo,
    @Nullable Integer row,
    @Nullable String itemCode,
    @Nullable String shipmentId,
    @Nullable Long theirs,
    @Nullable Long ours) {

  enum Kind {
    /** No shipment has this item code. */
    UNKNOWN_ITEM,
    /** The item is another unit's. */
    OTHER_UNIT,
    /** The post did not accept it in the month. */
    OTHER_MONTH,
    /** The row names another shipment than that of its item. */
    OTHER_SHIPMENT,
    /** The item stands in this row and in another one. */
    TWICE,
    /** Ours has no price, so there is nothing to compare. */
    NOT_PRICED,
    OTHER_WEIGHT,
    OTHER_AMOUNT,
    OTHER_VAT,
    /** The row's total is not its amount and VAT together. */
    OTHER_TOTAL,
    /** The stated sum of amounts is not that of the rows. */
    SUM_AMOUNT,
    SUM_VAT,
    SUM_TOTAL,
    /** The post accepted it in the month, and no invoice has it. */
    NOT_INVOICED
  }
}
