package vn.kt1.gateway.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the invoices that count bill a unit for. */
@Component
class InvoiceBook {

  /**
   * An invoice, and what its rows for the unit add up to.
   *
   * @param unread rows of its file that could not be read
   */
  record Billed(String invoiceNo, Instant takenAt, int rows, long amount, long vat, int unread) {}

  private final JdbcClient jdbc;

  InvoiceBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the post has given a list of that province for that month. */
  boolean given(String province, YearMonth month) {
    return jdbc.sql(
            """
            select exists (select from post_invoice
              where month = ? and province = ? and replaced_at is null)
            """)
        .params(month.atDay(1), province)
        .query(Boolean.class)
        .single();
  }

  List<Billed> invoices(String unit, YearMonth month) {
    return jdbc.sql(
            """
            select i.invoice_no, i.taken_at, count(*) as rows, sum(r.amount) as amount,
              sum(r.vat) as vat, i.unread
            from post_invoice i join post_invoice_row r using (post_invoice_id)
            where i.month = ? and i.replaced_at is null and r.unit = ? and r.item_code is not null
            group by i.post_invoice_id order by i.invoice_no, i.post_invoice_id
            """)
        .params(month.atDay(1), unit)
        .query(
            (row, number) ->
                new Billed(
                    row.getString("invoice_no"),
                    row.getTimestamp("taken_at").toInstant(),
                    row.getInt("rows"),
                    row.getLong("amount"),
                    row.getLong("vat"),
                    row.getInt("unread")))
        .list();
  }

  /**
   * Item codes are used again after a year: of several shipments that of the month counts, else the
   * newest.
   */
  List<InvoiceLine> lines(String unit, YearMonth month) {
    return jdbc.sql(
            """
            with rows as (
              select i.invoice_no, r.*, count(*) over (partition by r.item_code) as times
              from post_invoice i join post_invoice_row r using (post_invoice_id)
              where i.month = :month and i.replaced_at is null and r.item_code is not null)
            select r.*, o.shipment_id as ours, coalesce(o.sender_code = :unit, false) as own
            from rows r left join lateral (
              select s.shipment_id, s.sender_code,
                c.accepted_at >= :from and c.accepted_at < :to as in_month
              from shipment s left join charge c on c.shipment_id = s.shipment_id
              where s.item_code = r.item_code and s.network = 'KT1'
              order by 3 desc nulls last, s.handed_off_at desc limit 1) o on true
            where r.unit = :unit order by r.invoice_no, r.post_invoice_id, r.row_no
            """)
        .param("month", month.atDay(1))
        .param("unit", unit)
        .param("from", ChargedShipments.begins(month))
        .param("to", ChargedShipments.begins(month.plusMonths(1)))
        .query((row, number) -> line(row))
        .list();
  }

  private static InvoiceLine line(ResultSet row) throws SQLException {
    return new InvoiceLine(
        row.getString("invoice_no"),
        row.getInt("row_no"),
        row.getString("item_code"),
        row.getString("shipment_id"),
        row.getObject("weight_grams", Integer.class),
        row.getLong("amount"),
        row.getLong("vat"),
        total(row),
        row.getInt("times"),
        row.getString("ours"),
        row.getBoolean("own"));
  }

  private static @Nullable Long total(ResultSet row) throws SQLException {
    var total = row.getBigDecimal("total");
    return total == null ? null : total.longValueExact();
  }

  /**
   * What is stated for the unit, and for whole invoices that bill it.
   *
   * <p>SECURITY: the sum of an invoice that bills others too is not shown to a unit.
   *
   * @param whole whether the caller may see what others pay
   */
  List<InvoiceSum> sums(String unit, YearMonth month, boolean whole) {
    return jdbc.sql(
            """
            select i.invoice_no, r.row_no, r.amount, r.vat, r.total, t.amount as rows_amount,
              t.vat as rows_vat
            from post_invoice i join post_invoice_row r using (post_invoice_id)
            cross join lateral (
              select coalesce(sum(o.amount), 0) as amount, coalesce(sum(o.vat), 0) as vat,
                bool_and(o.unit = :unit) as alone, bool_or(o.unit = :unit) as named
              from post_invoice_row o
              where o.post_invoice_id = i.post_invoice_id and o.item_code is not null
                and (r.unit is null or o.unit = r.unit)) t
            where i.month = :month and i.replaced_at is null and r.item_code is null
              and (r.unit = :unit or (r.unit is null and t.named and (t.alone or :whole)))
            order by i.invoice_no, i.post_invoice_id, r.row_no
            """)
        .param("month", month.atDay(1))
        .param("unit", unit)
        .param("whole", whole)
        .query(
            (row, number) ->
                new InvoiceSum(
                    row.getString("invoice_no"),
                    row.getInt("row_no"),
                    row.getLong("amount"),
                    row.getLong("vat"),
                    total(row),
                    row.getLong("rows_amount"),
                    row.getLong("rows_vat")))
        .list();
  }
}
