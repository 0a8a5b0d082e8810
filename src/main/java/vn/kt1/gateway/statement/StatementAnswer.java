package vn.kt1.gateway.statement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.statement.InvoiceBook.Billed;
import vn.kt1.gateway.statement.Statement.Deduction;
import vn.kt1.gateway.statement.Statement.Sum;
import vn.kt1.gateway.statement.Statement.VatSum;
import vn.kt1.gateway.statement.StatementHead.UsedTariff;
import vn.kt1.gateway.statement.StatementRow.Part;
import vn.kt1.gateway.statement.StatementRow.Price;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;

/** A statement as JSON; money in whole dong. */
final class StatementAnswer {

  private StatementAnswer() {}

  static Map<String, @Nullable Object> statement(MonthlyStatement month) {
    Statement statement = month.statement();
    return head(month.head())
        .with("currency", "VND")
        .with("total", sum("items", statement.total()))
        .with("toPay", Paid.of(month).amount())
        .with("complete", statement.unpriced() == 0)
        .with("unpriced", statement.unpriced())
        .with("missing", statement.missing())
        .with("services", sums("service", statement.services()))
        .with("zones", sums("zone", statement.zones()))
        .with("vat", statement.vats().stream().map(StatementAnswer::vat).toList())
        .with("proposedDeductions", statement.deductions().stream().map(a -> deduction(a)).toList())
        .with("tariffs", month.head().tariffs().stream().map(StatementAnswer::tariff).toList())
        .with("invoiceGiven", month.invoiceGiven())
        .with("invoices", month.invoices().stream().map(StatementAnswer::invoice).toList())
        .with("invoiceDifferences", month.differences().size())
        .with("rows", statement.rows().stream().map(StatementAnswer::row).toList())
        .done();
  }

  static Map<String, @Nullable Object> differences(MonthlyStatement month) {
    return new AnswerFields()
        .with("unit", month.head().unit())
        .with("month", month.head().month().toString())
        .with("invoiceGiven", month.invoiceGiven())
        .with("invoices", month.invoices().stream().map(StatementAnswer::invoice).toList())
        .with("items", month.differences().stream().map(StatementAnswer::difference).toList())
        .done();
  }

  private static AnswerFields head(StatementHead head) {
    return new AnswerFields()
        .with("unit", head.unit())
        .with("name", head.name())
        .with("province", head.province())
        .with("month", head.month().toString())
        .with("preliminary", !head.over())
        .with("asOf", AnswerTimes.show(head.asOf()))
        .with("payer", head.payer().name())
        .with("contract", head.contract());
  }

  private static AnswerFields money(AnswerFields fields, long amount, long vat) {
    return fields.with("amount", amount).with("vat", vat).with("total", Math.addExact(amount, vat));
  }

  private static Map<String, @Nullable Object> sum(String items, Sum sum) {
    return money(new AnswerFields().with(items, sum.items()), sum.amount(), sum.vat()).done();
  }

  private static List<Map<String, @Nullable Object>> sums(String key, List<Sum> sums) {
    return sums.stream()
        .map(
            sum ->
                money(
                        new AnswerFields()
                            .with(key, sum.key().isEmpty() ? null : sum.key())
                            .with("items", sum.items()),
                        sum.amount(),
                        sum.vat())
                    .done())
        .toList();
  }

  private static Map<String, @Nullable Object> vat(VatSum vat) {
    return new AnswerFields()
        .with("percent", vat.percent())
        .with("items", vat.items())
        .with("amount", vat.amount())
        .with("vat", vat.vat())
        .with("vatOfSum", vat.vatOfSum())
        .done();
  }

  private static Map<String, @Nullable Object> deduction(Deduction deduction) {
    return new AnswerFields()
        .with("shipmentId", deduction.shipmentId())
        .with("reason", deduction.reason().name())
        .with("charge", deduction.charge())
        .with("proposed", deduction.proposed())
        .with("verified", false)
        .done();
  }

  private static Map<String, @Nullable Object> tariff(UsedTariff tariff) {
    return new AnswerFields()
        .with("tariff", tariff.tariff())
        .with("sha256", tariff.sha256())
        .with("source", tariff.source())
        .with("verified", tariff.verified())
        .done();
  }

  private static Map<String, @Nullable Object> row(StatementRow row) {
    Price price = row.price();
    AnswerFields fields =
        new AnswerFields()
            .with("shipmentId", row.shipmentId())
            .with("itemCode", row.itemCode())
            .with("date", VietnamTime.day(row.acceptedAt()).toString())
            .with("service", row.service())
            .with("zone", row.zone())
            .with("weightGrams", row.weightGrams())
            .with("parts", row.parts().stream().map(StatementAnswer::part).toList());
    return fields
        .with("amount", price == null ? null : price.amount())
        .with("vatPercent", price == null ? null : price.vatPercent())
        .with("vat", price == null ? null : price.vat())
        .with("total", price == null ? null : price.total())
        .with("missing", row.missing())
        .done();
  }

  private static Map<String, @Nullable Object> part(Part part) {
    return new AnswerFields().with("part", part.name()).with("amount", part.amount()).done();
  }

  private static Map<String, @Nullable Object> invoice(Billed invoice) {
    return money(
            new AnswerFields()
                .with("invoiceNo", invoice.invoiceNo())
                .with("takenAt", AnswerTimes.show(invoice.takenAt()))
                .with("rows", invoice.rows())
                .with("unread", invoice.unread()),
            invoice.amount(),
            invoice.vat())
        .done();
  }

  private static Map<String, @Nullable Object> difference(InvoiceDifference difference) {
    return new AnswerFields()
        .with("kind", difference.kind().name())
        .with("invoiceNo", difference.invoiceNo())
        .with("row", difference.row())
        .with("itemCode", difference.itemCode())
        .with("shipmentId", difference.shipmentId())
        .with("invoice", difference.theirs())
        .with("gateway", difference.ours())
        .done();
  }
}
