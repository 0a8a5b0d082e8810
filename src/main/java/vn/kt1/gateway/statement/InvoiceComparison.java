package vn.kt1.gateway.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.statement.InvoiceDifference.Kind;
import vn.kt1.gateway.statement.StatementRow.Price;

/** Compares the rows of a unit's statement with what invoices bill it for. */
final class InvoiceComparison {

  private final Map<String, StatementRow> ours;
  private final List<InvoiceDifference> found = new ArrayList<>();

  private InvoiceComparison(Collection<StatementRow> rows) {
    this.ours =
        rows.stream().collect(Collectors.toMap(StatementRow::shipmentId, Function.identity()));
  }

  /**
   * @param given whether the post has given a list for the month at all: without one nothing is
   *     missing on it
   */
  static List<InvoiceDifference> of(
      Collection<StatementRow> rows,
      List<InvoiceLine> lines,
      List<InvoiceSum> sums,
      boolean given) {
    InvoiceComparison comparison = new InvoiceComparison(rows);
    lines.forEach(comparison::line);
    sums.forEach(comparison::sum);
    if (given) {
      comparison.notInvoiced(rows, lines);
    }
    return List.copyOf(comparison.found);
  }

  private void line(InvoiceLine line) {
    if (line.total() != null) {
      differs(Kind.OTHER_TOTAL, line, line.total(), line.amount() + line.vat());
    }
    if (line.times() > 1) {
      add(Kind.TWICE, line, null, null);
    }
    if (line.shipmentId() == null) {
      add(Kind.UNKNOWN_ITEM, line, null, null);
    } else if (!line.own()) {
      add(Kind.OTHER_UNIT, line, null, null);
    } else {
      own(line, line.shipmentId());
    }
  }

  private void own(InvoiceLine line, String shipmentId) {
    if (line.namedShipment() != null && !line.namedShipment().equals(shipmentId)) {
      add(Kind.OTHER_SHIPMENT, line, null, null);
    }
    StatementRow row = ours.get(shipmentId);
    if (row == null) {
      add(Kind.OTHER_MONTH, line, null, null);
      return;
    }
    if (line.weightGrams() != null && row.weightGrams() != null) {
      differs(Kind.OTHER_WEIGHT, line, line.weightGrams(), row.weightGrams());
    }
    Price price = row.price();
    if (price == null) {
      add(Kind.NOT_PRICED, line, line.amount(), null);
    } else {
      differs(Kind.OTHER_AMOUNT, line, line.amount(), price.amount());
      differs(Kind.OTHER_VAT, line, line.vat(), price.vat());
    }
  }

  private void differs(Kind kind, InvoiceLine line, long theirs, long ours) {
    if (theirs != ours) {
      add(kind, line, theirs, ours);
    }
  }

  /** SECURITY: of an item that is another's, nothing is shown but what the invoice itself says. */
  private void add(Kind kind, InvoiceLine line, @Nullable Long theirs, @Nullable Long ours) {
    String shipment = line.own() ? line.shipmentId() : null;
    found.add(
        new InvoiceDifference(
            kind, line.invoiceNo(), line.row(), line.itemCode(), shipment, theirs, ours));
  }

  private void sum(InvoiceSum sum) {
    sum(Kind.SUM_AMOUNT, sum, sum.amount(), sum.rowsAmount());
    sum(Kind.SUM_VAT, sum, sum.vat(), sum.rowsVat());
    if (sum.total() != null) {
      sum(Kind.SUM_TOTAL, sum, sum.total(), sum.rowsAmount() + sum.rowsVat());
    }
  }

  private void sum(Kind kind, InvoiceSum sum, long stated, long rows) {
    if (stated != rows) {
      found.add(new InvoiceDifference(kind, sum.invoiceNo(), sum.row(), null, null, stated, rows));
    }
  }

  private void notInvoiced(Collection<StatementRow> rows, List<InvoiceLine> lines) {
    Set<String> billed =
        lines.stream()
            .flatMap(line -> Stream.ofNullable(line.own() ? line.shipmentId() : null))
            .collect(Collectors.toSet());
    for (StatementRow row : rows) {
      if (!billed.contains(row.shipmentId())) {
        Price price = row.price();
        found.add(
            new InvoiceDifference(
                Kind.NOT_INVOICED,
                null,
                null,
                row.itemCode(),
                row.shipmentId(),
                null,
                price == null ? null : price.amount()));
      }
    }
  }
}
