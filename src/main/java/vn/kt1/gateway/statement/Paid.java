package vn.kt1.gateway.statement;

import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.shipment.Text;

/** What the unit has to pay, and how sure that is. */
record Paid(long amount, Text said) {

  /** Proposed deductions are not taken off: the post has not agreed to them. */
  static Paid of(MonthlyStatement month) {
    Payer payer = month.head().payer();
    long total = payer == Payer.FREE ? 0 : month.statement().total().total();
    return new Paid(total, Text.of("statement.payer." + payer.name()));
  }
}
