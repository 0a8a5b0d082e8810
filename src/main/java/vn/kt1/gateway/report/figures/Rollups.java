package vn.kt1.gateway.report.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was counted of each month. A month of which something has changed is counted anew before it
 * is read, so that a figure is what the shipments say, and costs what its own months cost.
 */
@Component
public class Rollups {

  /** A month of one province that does not say what its shipments say. */
  public record Wrong(String province, String month) {}

  private static final String COUNTED =
      """
      select province, month, %s, count(*) as n, sum(amount) as amount, sum(vat) as vat,
        count(*) filter (where uncharged) as uncharged
      from report_fact(:asOf)
      """
          .formatted(Statistics.BY);

  private static final String GROUPED = " group by province, month, " + Statistics.BY;

  private final JdbcClient jdbc;

  public Rollups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts the months anew of which something has changed. */
  @Transactional
  public void refresh(Instant asOf) {
    alone();
    late(asOf);
    List<Wrong> stale =
        jdbc
            .sql("delete from report_stale returning province, month")
            .query(Wrong.class)
            .list()
            .stream()
            .distinct()
            .toList();
    stale.forEach(month -> count(month, asOf));
  }

  /** One after the other: two that count a month would write it twice. */
  private void alone() {
    jdbc.sql("select pg_advisory_xact_lock(4206)").query((row, number) -> 1).single();
  }

  /** Leaves one row a month of what has changed, where nobody reads for a long time. */
  @Transactional
  public void compact() {
    alone();
    jdbc.sql(
            """
            delete from report_stale where ctid <> all (
              array(select min(ctid) from report_stale group by province, month))
            """)
        .update();
  }

  /** What was due since the last look, and has not come to the door, is late now. */
  private void late(Instant asOf) {
    jdbc.sql(
            """
            insert into report_stale
            select distinct s.sender_province,
              to_char(s.handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')
            from transit t join shipment s using (shipment_id)
            where t.attempted_at is null and t.due_at is not null and t.due_at < :asOf
              and t.due_at >= coalesce((select counted_to from report_counted), '-infinity')
            """)
        .param("asOf", Timestamp.from(asOf))
        .update();
    jdbc.sql(
            """
            insert into report_counted (counted_to) values (:asOf)
            on conflict (only_one) do update set counted_to = excluded.counted_to
              where excluded.counted_to > report_counted.counted_to
            """)
        .param("asOf", Timestamp.from(asOf))
        .update();
  }

  private void count(Wrong month, Instant asOf) {
    jdbc.sql("delete from report_rollup where province = ? and month = ?")
        .params(month.province(), month.month())
        .update();
    jdbc.sql(
            "insert into report_rollup "
                + COUNTED
                + """
                where province = :province
                  and handed_off_at >= (:month || '-01')::timestamp at time zone 'Asia/Ho_Chi_Minh'
                  and handed_off_at < ((:month || '-01')::timestamp + interval '1 month')
                    at time zone 'Asia/Ho_Chi_Minh'
                """
                + GROUPED)
        .param("province", month.province())
        .param("month", month.month())
        .param("asOf", Timestamp.from(asOf))
        .update();
  }

  /** Counts every month from zero. */
  @Transactional
  public int rebuild(Instant asOf) {
    refresh(asOf);
    jdbc.sql("delete from report_rollup").update();
    return jdbc.sql("insert into report_rollup " + COUNTED + GROUPED)
        .param("asOf", Timestamp.from(asOf))
        .update();
  }

  @Transactional
  public void countAnew(List<Wrong> months, Instant asOf) {
    months.forEach(month -> count(month, asOf));
  }

  /** Holds each month of a province against its shipments. */
  @Transactional
  public List<Wrong> wrong(String province, Instant asOf) {
    refresh(asOf);
    return jdbc.sql(
            """
            with raw as (%s where province = :province %s), kept as (
              select * from report_rollup where province = :province)
            select distinct province, month from (
              (select * from raw except all select * from kept)
              union all (select * from kept except all select * from raw)) differ
            order by province, month
            """
                .formatted(COUNTED, GROUPED))
        .param("province", province)
        .param("asOf", Timestamp.from(asOf))
        .query(Wrong.class)
        .list();
  }
}
