package vn.kt1.gateway.statement;

import java.util.List;
import vn.kt1.gateway.statement.InvoiceBook.Billed;

/**
 * All that is shown of a unit's month.
 *
 * @param invoiceGiven whether the post has given a list of the province for the month
 */
record MonthlyStatement(
    StatementHead head,
    Statement statement,
    boolean invoiceGiven,
    List<Billed> invoices,
    List<InvoiceDifference> differences) {}
