package vn.kt1.gateway.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.VietnamTime;

/** Holds the post's list of a month against what the gateway knows, row by row. */
@Component
class MonthDifferences {

  private static final String FOUND =
      """
      with listed as (
        select p.*, s.shipment_id as known, s.sender_code, c.accepted_at as ours,
          c.weight_grams as our_grams,
          (select min(e.occurred_at) from event e where e.shipment_id = s.shipment_id
            and e.state = 'DELIVERED' and e.corrected_by is null and e.source <> 'person')
            as our_delivery
        from (
          select m.*, count(*) over (partition by m.item_code) as times from post_month m
          where m.month = :month and m.province = :province and m.readable) p
        left join shipment s on s.item_code = p.item_code
        left join charge c on c.shipment_id = s.shipment_id
      ), found as (
        select d.kind, known as shipment_id, item_code, sender_code as unit, min(d.since) as since
        from listed, lateral (values
          ('ONLY_POST', coalesce(accepted_at, :begin), known is null),
          ('LISTED_TWICE', coalesce(accepted_at, :begin), times > 1),
          ('LISTED_SHIPMENT_DIFFERS', coalesce(ours, :begin), shipment_id <> known),
          ('ACCEPTED_AT_DIFFERS', coalesce(ours, accepted_at), known is not null
            and accepted_at is not null
            and (ours is null or abs(extract(epoch from accepted_at - ours)) > :seconds)),
          ('DELIVERED_AT_DIFFERS', coalesce(our_delivery, delivered_at), known is not null
            and delivered_at is not null and (our_delivery is null
            or abs(extract(epoch from delivered_at - our_delivery)) > :seconds)),
          ('LISTED_WEIGHT_DIFFERS', coalesce(ours, :begin), abs(weight_grams - our_grams)
            > greatest(:grams, our_grams / 10))
        ) d (kind, since, differs) where d.differs
        group by d.kind, known, item_code, sender_code
        union all
        select 'ONLY_GATEWAY', s.shipment_id, s.item_code, s.sender_code, c.accepted_at
        from charge c join shipment s using (shipment_id)
        where c.accepted_at >= :begin and c.accepted_at < :end and s.sender_province = :province
          and s.item_code is not null and not exists (select from post_month p
            where p.month = :month and p.province = :province and p.item_code = s.item_code)
      )
      """;

  private final JdbcClient jdbc;
  private final ReconciliationSettings settings;

  MonthDifferences(JdbcClient jdbc, ReconciliationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Every list of a month that is not older: what was told since then may have ended something. */
  void compareSince(YearMonth oldest, Instant now) {
    jdbc.sql("select distinct month, province from post_month where month >= ?")
        .param(Date.valueOf(oldest.atDay(1)))
        .query(
            (row, at) -> {
              YearMonth month = YearMonth.from(row.getDate("month").toLocalDate());
              return new ListedMonth(row.getString("province"), month);
            })
        .list()
        .forEach(listed -> compare(listed, now));
  }

  void compare(ListedMonth listed, Instant now) {
    with(
            FOUND
                + """
                insert into difference (kind, shipment_id, item_code, month, province, unit, since,
                  first_seen_at)
                select kind, shipment_id, item_code, :month, :province, unit, since, :now from found
                on conflict do nothing
                """,
            listed,
            now)
        .update();
    with(
            FOUND
                + """
                update difference d set resolved_at = :now
                where d.resolved_at is null and d.month = :month and d.province = :province
                  and not exists (select from found f where f.kind = d.kind
                    and f.item_code = d.item_code)
                """,
            listed,
            now)
        .update();
  }

  private JdbcClient.StatementSpec with(String sql, ListedMonth listed, Instant now) {
    return jdbc.sql(sql)
        .param("month", Date.valueOf(listed.month().atDay(1)))
        .param("province", listed.province())
        .param("begin", first(listed.month()))
        .param("end", first(listed.month().plusMonths(1)))
        .param("now", Timestamp.from(now))
        .param("grams", settings.grams())
        .param("seconds", settings.timesDiffer().toSeconds());
  }

  private static Timestamp first(YearMonth month) {
    return Timestamp.from(month.atDay(1).atStartOfDay(VietnamTime.VIETNAM).toInstant());
  }
}
