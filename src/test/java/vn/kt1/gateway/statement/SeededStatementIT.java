package vn.kt1.gateway.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.sandbox.SeededMonth;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** Every unit of the seeded month, against the plain figures of another query. */
class SeededStatementIT {

  private record Figures(int rows, int items, long amount, long vat, int deductions) {}

  @Test
  void each_unit_pays_what_a_second_calculation_gives() {
    Directory directory = DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));
    try (Database database = Database.fresh()) {
      SeededMonth.write(database.owner(), Months.NOVEMBER);
      Statements statements =
          new Statements(
              new ChargedShipments(database.app()),
              new InvoiceBook(database.app()),
              directory,
              new HandClock("2026-12-02T09:00:00+07:00"));
      int rows = 0;
      for (String code : units(database)) {
        Unit unit = directory.unit(code, LocalDate.of(2026, 11, 30)).orElseThrow();
        Statement statement = statements.of(unit, Months.NOVEMBER, true).statement();
        assertThat(
                new Figures(
                    statement.rows().size(),
                    statement.total().items(),
                    statement.total().amount(),
                    statement.total().vat(),
                    statement.deductions().size()))
            .as(code)
            .isEqualTo(second(database, code));
        rows += statement.rows().size();
      }
      assertThat(rows).isGreaterThan(90);
    }
  }

  private static List<String> units(Database database) {
    return database
        .owner()
        .sql("select distinct sender_code from shipment order by 1")
        .query(String.class)
        .list();
  }

  /** What was accepted has a charge, or at least an event that says so. */
  private static Figures second(Database database, String unit) {
    return database
        .owner()
        .sql(
            """
            select count(*) as rows, count(c.amount) as items, coalesce(sum(c.amount), 0) as amount,
              coalesce(sum(c.vat), 0) as vat,
              count(*) filter (where s.state = 'LOST'
                or exists (select from incident i where i.shipment_id = s.shipment_id
                  and i.kind = 'LOSS' and s.state not in ('DELIVERED', 'RETURNED'))
                or exists (select from transit t where t.shipment_id = s.shipment_id
                  and t.attempted_at > t.due_at and t.excluded is null)) as deductions
            from shipment s left join charge c on c.shipment_id = s.shipment_id
            where s.sender_code = ? and (c.shipment_id is not null or exists (
              select from event e where e.shipment_id = s.shipment_id and e.state = 'ACCEPTED'))
            """)
        .param(unit)
        .query(Figures.class)
        .single();
  }
}
