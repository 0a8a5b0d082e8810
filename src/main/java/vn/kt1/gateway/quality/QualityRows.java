package vn.kt1.gateway.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the shipments of a month. */
@Component
class QualityRows {

  /** How far one unit has confirmed a month. */
  record Confirmed(String unit, String province, int rows, int agreed, int objected) {}

  private final JdbcClient jdbc;

  QualityRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one unit, as it sent them, in the order of acceptance. */
  List<QualityRow> of(String unit, YearMonth month) {
    return jdbc.sql(
            """
            select q.shipment_id, s.item_code, q.accepted_at, q.due_at, q.attempted_at, q.excluded,
              e.delivered_at, e.first_attempt, e.returned, i.incidents, a.agreed, a.reason
            from v_quality_item q
            join shipment s on s.shipment_id = q.shipment_id
            left join lateral (
              -- Of a day without an hour the delivery is the last that happened.
              select min(at) filter (where state = 'DELIVERED') as delivered_at,
                bool_or(state = 'RETURNED') as returned,
                (array_agg(state order by at, recorded_no)
                  filter (where state in ('DELIVERED', 'DELIVERY_FAILED')))[1] = 'DELIVERED'
                  as first_attempt
              from (
                select state, recorded_no, occurred_at + case when day_only and state = 'DELIVERED'
                  then interval '1 day' - interval '1 second' else interval '0' end as at
                from event where shipment_id = q.shipment_id and corrected_by is null
                  and state in ('DELIVERED', 'DELIVERY_FAILED', 'RETURNED')) told) e on true
            left join lateral (
              select count(*) as incidents from incident where shipment_id = q.shipment_id) i on true
            left join lateral (
              select agreed, reason from quality_answer where shipment_id = q.shipment_id
              order by answer_no desc limit 1) a on true
            where q.unit = ? and q.accepted_at >= ? and q.accepted_at < ?
            order by q.accepted_at, q.shipment_id
            """)
        .params(unit, begin(month), end(month))
        .query((row, number) -> row(row))
        .list();
  }

  /** Of all units with volume, or of those of one province. */
  List<Confirmed> confirmed(YearMonth month, @Nullable String province) {
    return jdbc.sql(
            """
            select q.unit, q.province, count(*) as rows, count(*) filter (where a.agreed) as agreed,
              count(*) filter (where not a.agreed) as objected
            from v_quality_item q left join lateral (
              select agreed from quality_answer where shipment_id = q.shipment_id
              order by answer_no desc limit 1) a on true
            where q.accepted_at >= ? and q.accepted_at < ?
              and (?::text is null or q.province = ?::text)
            group by q.unit, q.province order by q.province, q.unit
            """)
        .params(begin(month), end(month), province, province)
        .query(Confirmed.class)
        .list();
  }

  /** Units with volume that were not mailed the form of that month. */
  List<String> withoutForm(YearMonth month) {
    return jdbc.sql(
            """
            select distinct q.unit from v_quality_item q
            where q.accepted_at >= ? and q.accepted_at < ?
              and not exists (select from quality_form f where f.unit = q.unit and f.month = ?)
            order by q.unit
            """)
        .params(begin(month), end(month), month.toString())
        .query(String.class)
        .list();
  }

  /** False when it was mailed already. */
  boolean keepForm(String unit, YearMonth month, Instant now) {
    return jdbc.sql(
                """
                insert into quality_form (unit, month, owed_at) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(unit, month.toString(), Timestamp.from(now))
            .update()
        == 1;
  }

  private static Timestamp begin(YearMonth month) {
    return Timestamp.from(QualityMonth.begin(month));
  }

  private static Timestamp end(YearMonth month) {
    return Timestamp.from(QualityMonth.end(month));
  }

  private static QualityRow row(ResultSet row) throws SQLException {
    return new QualityRow(
        row.getString("shipment_id"),
        row.getString("item_code"),
        row.getTimestamp("accepted_at").toInstant(),
        instant(row, "due_at"),
        instant(row, "attempted_at"),
        row.getString("excluded"),
        instant(row, "delivered_at"),
        row.getBoolean("first_attempt"),
        row.getBoolean("returned"),
        row.getInt("incidents"),
        (Boolean) row.getObject("agreed"),
        row.getString("reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
