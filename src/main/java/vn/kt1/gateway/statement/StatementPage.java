package vn.kt1.gateway.statement;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.paper.Printable;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.statement.Statement.Deduction;
import vn.kt1.gateway.statement.Statement.Sum;
import vn.kt1.gateway.statement.Statement.VatSum;
import vn.kt1.gateway.statement.StatementHead.UsedTariff;
import vn.kt1.gateway.statement.StatementRow.Price;

/** What {@code statement.html} shows: texts only. */
record StatementPage(
    String unit,
    String name,
    String month,
    boolean preliminary,
    String asOf,
    String payer,
    String contract,
    List<Line> rows,
    List<Line> services,
    List<Line> zones,
    List<Line> vats,
    Line total,
    String toPay,
    int unpriced,
    String missing,
    List<Line> deductions,
    String proposed,
    boolean invoiceGiven,
    List<Line> invoices,
    List<Line> differences,
    List<Line> tariffs) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  /**
   * A line of one of the tables.
   *
   * @param gap what stands across the line instead of amounts, empty where it has them
   */
  record Line(List<String> cells, String gap) {
    static Line of(String... cells) {
      return new Line(List.of(cells), "");
    }
  }

  static StatementPage of(MonthlyStatement month) {
    StatementHead head = month.head();
    Statement statement = month.statement();
    Paid paid = Paid.of(month);
    return new StatementPage(
        head.unit(),
        Printable.of(head.name()),
        MONTH.format(head.month()),
        !head.over(),
        TIME.format(head.asOf().atOffset(VietnamTime.OFFSET)),
        paid.said().vi(),
        contract(head),
        statement.rows().stream().map(StatementPage::row).toList(),
        statement.services().stream().map(sum -> sum(Words.service(sum.key()), sum)).toList(),
        statement.zones().stream().map(sum -> sum(Words.zone(sum.key()), sum)).toList(),
        statement.vats().stream().map(StatementPage::vat).toList(),
        sum("", statement.total()),
        Words.dong(paid.amount()),
        statement.unpriced(),
        missing(statement),
        statement.deductions().stream().map(StatementPage::deduction).toList(),
        Words.dong(statement.proposed()),
        month.invoiceGiven(),
        month.invoices().stream().map(StatementPage::invoice).toList(),
        month.differences().stream().map(StatementPage::difference).toList(),
        head.tariffs().stream().map(StatementPage::tariff).toList());
  }

  private static String contract(StatementHead head) {
    String number = Printable.of(head.contract());
    if (number.isEmpty()) {
      return "chưa ghi";
    }
    return head.contractVerified() ? number : number + " (chưa kiểm chứng)";
  }

  private static Line row(StatementRow row) {
    Price price = row.price();
    List<String> cells =
        List.of(
            DAY.format(VietnamTime.day(row.acceptedAt())),
            row.shipmentId(),
            Printable.of(row.itemCode()),
            Words.service(row.service()),
            Words.zone(row.zone()),
            row.weightGrams() == null ? "" : Words.number(row.weightGrams()),
            parts(row),
            price == null ? "" : Words.number(price.amount()),
            price == null ? "" : Words.percent(price.vatPercent()),
            price == null ? "" : Words.number(price.vat()),
            price == null ? "" : Words.number(price.total()));
    return new Line(cells, price == null ? listed(row.missing()) : "");
  }

  /** A line breaks between the parts only. */
  private static String parts(StatementRow row) {
    return row.parts().stream()
        .map(part -> Words.part(part.name()) + " " + Words.number(part.amount()))
        .map(part -> part.replace(' ', '\u00a0'))
        .collect(Collectors.joining(" + "));
  }

  private static String listed(List<String> missing) {
    return missing.stream().map(Words::missing).collect(Collectors.joining(", "));
  }

  private static String missing(Statement statement) {
    return statement.missing().entrySet().stream()
        .map(word -> Words.missing(word.getKey()) + " (" + word.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Line sum(String name, Sum sum) {
    return Line.of(
        name,
        Words.number(sum.items()),
        Words.number(sum.amount()),
        Words.number(sum.vat()),
        Words.number(sum.total()));
  }

  private static Line vat(VatSum vat) {
    return Line.of(
        Words.percent(vat.percent()),
        Words.number(vat.items()),
        Words.number(vat.amount()),
        Words.number(vat.vat()),
        Words.number(vat.vatOfSum()),
        Words.number(vat.difference()));
  }

  private static Line deduction(Deduction deduction) {
    return Line.of(
        deduction.shipmentId(),
        Words.said("reason." + deduction.reason().name()),
        amount(deduction.charge()),
        amount(deduction.proposed()));
  }

  /** Where the charge is not known, nothing is made up. */
  private static String amount(@Nullable Long amount) {
    return amount == null ? "chưa tính được" : Words.number(amount);
  }

  private static Line invoice(InvoiceBook.Billed invoice) {
    return Line.of(
        Printable.of(invoice.invoiceNo()),
        DAY.format(VietnamTime.day(invoice.takenAt())),
        Words.number(invoice.rows()),
        Words.number(invoice.amount()),
        Words.number(invoice.vat()),
        Words.number(Math.addExact(invoice.amount(), invoice.vat())),
        Words.number(invoice.unread()));
  }

  private static Line difference(InvoiceDifference difference) {
    return Line.of(
        Printable.of(difference.invoiceNo()),
        Objects.toString(difference.row(), ""),
        Printable.of(difference.itemCode()),
        Objects.toString(difference.shipmentId(), ""),
        Words.said("difference." + difference.kind().name()),
        difference.theirs() == null ? "" : Words.number(difference.theirs()),
        difference.ours() == null ? "" : Words.number(difference.ours()));
  }

  private static Line tariff(UsedTariff tariff) {
    String until = tariff.validTo() == null ? "" : DAY.format(tariff.validTo());
    String source = Printable.of(tariff.source());
    boolean made = Unit.synthetic(tariff.source());
    return Line.of(
        tariff.tariff(),
        DAY.format(tariff.validFrom()) + " – " + until,
        source,
        made
            ? "SYNTHETIC: số liệu dựng để thử"
            : tariff.verified() ? "đã kiểm chứng" : "chưa kiểm chứng",
        tariff.sha256().substring(0, 12));
  }
}
