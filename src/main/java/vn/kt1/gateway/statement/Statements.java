package vn.kt1.gateway.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.VietnamTime;

/** Makes the statement of a unit and a month as everything stands now. */
@Component
class Statements {

  private final ChargedShipments charged;
  private final InvoiceBook book;
  private final Directory directory;
  private final Clock clock;

  Statements(ChargedShipments charged, InvoiceBook book, Directory directory, Clock clock) {
    this.charged = charged;
    this.book = book;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param others whether the caller may see what other units of the province pay
   */
  MonthlyStatement of(Unit unit, YearMonth month, boolean others) {
    List<StatementRow> rows = charged.of(unit.code(), month);
    boolean given = book.given(unit.province(), month);
    return new MonthlyStatement(
        head(unit, month, rows),
        Statement.of(rows),
        given,
        book.invoices(unit.code(), month),
        InvoiceComparison.of(
            rows, book.lines(unit.code(), month), book.sums(unit.code(), month, others), given));
  }

  private StatementHead head(Unit unit, YearMonth month, List<StatementRow> rows) {
    LocalDate last = month.atEndOfMonth();
    Optional<Contract> contract = directory.terms().contract(unit.code(), last);
    return new StatementHead(
        unit.code(),
        unit.name(),
        unit.province(),
        month,
        VietnamTime.day(clock.instant()).isAfter(last),
        clock.instant(),
        contract.map(Contract::payer).orElse(Payer.UNKNOWN),
        contract.map(Contract::number).orElse(null),
        contract.map(Contract::verified).orElse(false),
        charged.tariffs(rows));
  }
}
