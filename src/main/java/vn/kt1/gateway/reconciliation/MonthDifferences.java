package vn.kt1.gateway.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
          where m.month = :month and m.province = :province) p
        left join shipment s on s.item_code = p.item_code
        left join charge c on c.shipment_id = s.shipment_id
      ), found as (
        select d.kind, known as shipment_id, item_code, sender_code as unit, min(d.since) as since
        from listed, lateral (values
          ('ONLY_POST', coalesce(accepted_at, :begin), known is null),
          ('LISTED_TWICE', coalesce(accepted_at, :begin), times > 1),
          ('ACCEPTED_AT_DIFFERS', ours,
            abs(extract(epoch from accepted_at - ours)) > :seconds),
          ('DELIVERED_AT_DIFFERS', our_delivery,
            abs(extract(epoch from delivered_at - our_delivery)) > :seconds),
          ('LISTED_WEIGHT_DIFFERS', coalesce(ours, :begin), abs(weight_grams - our_grams)
            > greatest(:grams, our_grams / 10))
        ) d (kind, since, differs) where d.differs
        group by d.kind, known, item_code, sender_code
        union all
        select 'ONLY_GATEWAY', s.shipment_id, s.item_code, s.sender_code, c.accepted_at
        from charge c join shipment s using (shipment_id)
        where c.accepted_at >= :begin and c.accepted_at < :end and s.sender_province = :province
          and s.item_code is not null and s.item_code <> all (:unread) and not exists (select from post_month p
            where p.month = :month and p.province = :province and p.item_code = s.item_code)
      )
      """;

  private final JdbcClient jdbc;
  private final ReconciliationSettings settings;

  MonthDifferences(JdbcClient jdbc, ReconciliationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * @param unread items of rows that could not be read: they stand in the list all the same
   */
  void compare(
      Date month,
      String province,
      Instant begin,
      Instant end,
      Collection<String> unread,
      Instant now) {
    with(
            FOUND
                + """
                insert into difference (kind, shipment_id, item_code, month, province, unit, since,
                  first_seen_at)
                select kind, shipment_id, item_code, :month, :province, unit, since, :now from found
                on conflict do nothing
                """,
            month,
            province,
            begin,
            end,
            unread,
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
            month,
            province,
            begin,
            end,
            unread,
            now)
        .update();
  }

  private JdbcClient.StatementSpec with(
      String sql,
      Date month,
      String province,
      Instant begin,
      Instant end,
      Collection<String> unread,
      Instant now) {
    return jdbc.sql(sql)
        .param("month", month)
        .param("province", province)
        .param("begin", Timestamp.from(begin))
        .param("end", Timestamp.from(end))
        .param("now", Timestamp.from(now))
        .param("unread", unread.toArray(String[]::new))
        .param("grams", settings.grams())
        .param("seconds", settings.timesDiffer().toSeconds());
  }
}
