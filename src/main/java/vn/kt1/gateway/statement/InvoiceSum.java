package vn.kt1.gateway.statement;

import org.jspecify.annotations.Nullable;

/** A sum that an invoice states, and what its rows give. */
record InvoiceSum(
    String invoiceNo,
    int row,
    long amount,
    long vat,
    @Nullable Long total,
    long rowsAmount,
    long rowsVat) {}
