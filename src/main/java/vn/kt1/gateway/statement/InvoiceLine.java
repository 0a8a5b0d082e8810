package vn.kt1.gateway.statement;

import org.jspecify.annotations.Nullable;

/**
 * A row of an invoice that bills a unit for an item, with what the gateway has of the item.
 *
 * @param times in how many rows of the month the item stands
 * @param shipmentId of the item, null where nobody knows it
 * @param own whether that is the unit's
 */
record InvoiceLine(
    String invoiceNo,
    int row,
    String itemCode,
    @Nullable String namedShipment,
    @Nullable Integer weightGrams,
    long amount,
    long vat,
    @Nullable Long total,
    int times,
    @Nullable String shipmentId,
    boolean own) {}
