package vn.kt1.gateway.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.MonthRow;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.status.PostFiles;
import vn.kt1.gateway.status.PostRows;

/**
 * The post's own list of a month and province, named {@code KT1-MONTH_<province>_<yyyy-MM>….csv}: a
 * later one replaces it, and each row is held against what the gateway knows.
 */
@Component
public class PostMonths {

  private static final Pattern NAME =
      Pattern.compile("KT1-MONTH_([a-z-]+)_(20[0-9]{2}-(?:0[1-9]|1[0-2]))(?![0-9]).*");

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Directory directory;
  private final MonthDifferences differences;
  private final Evidence evidence;
  private final Clock clock;

  PostMonths(
      JdbcClient jdbc,
      PostFiles files,
      Directory directory,
      MonthDifferences differences,
      Evidence evidence,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.directory = directory;
    this.differences = differences;
    this.evidence = evidence;
    this.clock = clock;
  }

  public Result apply(PostFile<MonthRow> file) {
    return files.once("month", file.name(), file.sha256(), () -> applyRows(file));
  }

  private Result applyRows(PostFile<MonthRow> file) {
    ListedMonth month = month(file.name()).orElse(null);
    List<MonthRow> kept = new ArrayList<>();
    PostRows<MonthRow> rows =
        new PostRows<>() {
          @Override
          protected void apply(int number, MonthRow row) {
            if (month == null) {
              reject(RowFault.of(row.row(), Code.FILE_NAME, "month-list", row.itemCode().raw()));
            } else {
              kept.add(row);
              applied++;
            }
          }
        };
    file.rows().read(rows);
    // A list that cannot be read says nothing of any shipment; the one before stays.
    if (month != null && !kept.isEmpty()) {
      replace(month, kept, rows.result().rejectedRows());
    }
    return rows.result();
  }

  private Optional<ListedMonth> month(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() && directory.hasProvince(parts.group(1))
        ? Optional.of(new ListedMonth(parts.group(1), YearMonth.parse(parts.group(2))))
        : Optional.empty();
  }

  private void replace(ListedMonth month, List<MonthRow> rows, List<RowFault> unread) {
    Date first = Date.valueOf(month.month().atDay(1));
    jdbc.sql("delete from post_month where month = ? and province = ?")
        .params(first, month.province())
        .update();
    for (MonthRow row : rows) {
      jdbc.sql(
              """
              insert into post_month (month, province, row_no, item_code, shipment_id, accepted_at,
                delivered_at, weight_grams)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(first, month.province(), row.row(), row.itemCode().normalised())
          .param(row.shipmentId())
          .param(time(row.acceptedAt()))
          .param(time(row.deliveredAt()))
          .param(row.weightGrams())
          .update();
    }
    for (RowFault row : unread) {
      keepUnread(month, first, row);
    }
    differences.compare(month, clock.instant());
    evidence.record(
        "gateway",
        "month-list-compared",
        month.province() + " " + month.month(),
        Map.of("rows", rows.size()));
  }

  /** Its item stands in the list all the same. */
  private void keepUnread(ListedMonth month, Date first, RowFault row) {
    if (row.key() != null) {
      jdbc.sql(
              """
              insert into post_month (month, province, row_no, item_code, readable)
              values (?, ?, ?, ?, false)
              """)
          .params(first, month.province(), row.row(), ItemCode.of(row.key()).normalised())
          .update();
    }
  }

  private static @Nullable Timestamp time(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}
