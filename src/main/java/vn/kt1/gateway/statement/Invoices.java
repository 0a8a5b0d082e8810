package vn.kt1.gateway.statement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.InvoiceRow;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.status.PostFiles;
import vn.kt1.gateway.status.PostRows;

/**
 * Keeps the invoice lists of the post. An invoice is its number within a month and a province; a
 * list that names one again replaces all its rows, and the same rows again change nothing.
 */
@Component
public class Invoices {

  private record Invoice(String number, YearMonth month, String province) {}

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Directory directory;
  private final Clock clock;

  Invoices(JdbcClient jdbc, PostFiles files, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.directory = directory;
    this.clock = clock;
  }

  public Result apply(PostFile<InvoiceRow> file) {
    return files.once("invoice", file.name(), file.sha256(), () -> applyRows(file));
  }

  private Result applyRows(PostFile<InvoiceRow> file) {
    Gathered rows = new Gathered();
    file.rows().read(rows);
    Map<Invoice, List<InvoiceRow>> invoices = rows.invoices();
    int unread = rows.result().rejected();
    invoices.forEach(
        (invoice, all) -> {
          if (keep(invoice, all, unread)) {
            rows.applied += all.size();
          } else {
            rows.duplicates += all.size();
          }
        });
    return rows.result();
  }

  /** Rows as they come; which invoice states a sum is clear only after the last. */
  private final class Gathered extends PostRows<InvoiceRow> {

    private final Map<Invoice, List<InvoiceRow>> items = new LinkedHashMap<>();
    private final List<InvoiceRow> sums = new ArrayList<>();

    @Override
    protected void apply(int number, InvoiceRow row) {
      if (row.unit() == null) {
        sums.add(row);
      } else {
        province(row)
            .ifPresentOrElse(
                province -> put(new Invoice(row.invoiceNo(), row.month(), province), row),
                () -> reject(refused(row, "invoice-unit")));
      }
    }

    private void put(Invoice invoice, InvoiceRow row) {
      items.computeIfAbsent(invoice, fresh -> new ArrayList<>()).add(row);
    }

    Map<Invoice, List<InvoiceRow>> invoices() {
      sums.forEach(this::sum);
      return items;
    }

    /** SECURITY: a sum over two provinces is shown to neither. */
    private void sum(InvoiceRow row) {
      Set<Invoice> named = new LinkedHashSet<>();
      for (Invoice invoice : items.keySet()) {
        if (invoice.number().equals(row.invoiceNo()) && invoice.month().equals(row.month())) {
          named.add(invoice);
        }
      }
      if (named.size() == 1) {
        put(named.iterator().next(), row);
      } else {
        reject(refused(row, "invoice-sum"));
      }
    }
  }

  private static RowFault refused(InvoiceRow row, String variant) {
    return RowFault.of(row.row(), Code.BAD_VALUE, variant, key(row));
  }

  private static String key(InvoiceRow row) {
    ItemCode item = row.itemCode();
    return item == null ? row.invoiceNo() : item.normalised();
  }

  private Optional<String> province(InvoiceRow row) {
    return Optional.ofNullable(row.unit())
        .flatMap(unit -> directory.unit(unit, row.month().atEndOfMonth()))
        .map(Unit::province);
  }

  /** Whether it says anything new. */
  private boolean keep(Invoice invoice, List<InvoiceRow> rows, int unread) {
    String kept = RowJson.write(rows.stream().map(KeptRow::of).toList());
    String sha256 = Sha256.of(kept);
    if (jdbc.sql(
                """
                update post_invoice set unread = ? where month = ? and province = ?
                  and invoice_no = ? and replaced_at is null and content_sha256 = ?
                """)
            .params(unread, invoice.month().atDay(1), invoice.province(), invoice.number(), sha256)
            .update()
        > 0) {
      return false;
    }
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            update post_invoice set replaced_at = ?
            where month = ? and province = ? and invoice_no = ? and replaced_at is null
            """)
        .params(now, invoice.month().atDay(1), invoice.province(), invoice.number())
        .update();
    insert(open(invoice, sha256, unread, now), kept);
    return true;
  }

  private long open(Invoice invoice, String sha256, int unread, Timestamp now) {
    return jdbc.sql(
            """
            insert into post_invoice (invoice_no, month, province, content_sha256, unread, taken_at)
            values (?, ?, ?, ?, ?, ?) returning post_invoice_id
            """)
        .params(invoice.number(), invoice.month().atDay(1), invoice.province())
        .params(sha256, unread, now)
        .query(Long.class)
        .single();
  }

  /** All rows in one statement: a list may have a hundred thousand. */
  private void insert(long invoice, String rows) {
    jdbc.sql(
            """
            insert into post_invoice_row (post_invoice_id, row_no, unit, item_code, shipment_id,
              service, weight_grams, amount, vat, total)
            select ?, r.row_no, r.unit, r.item_code, r.shipment_id, r.service, r.weight_grams,
              r.amount, r.vat, r.total
            from jsonb_to_recordset(?::jsonb) r(row_no int, unit text, item_code text,
              shipment_id text, service text, weight_grams int, amount numeric, vat numeric,
              total numeric)
            """)
        .params(invoice, rows)
        .update();
  }
}
