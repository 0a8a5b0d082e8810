package vn.kt1.gateway.reconciliation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the differences of the last weeks, opens new ones and resolves those that have gone. One
 * statement each: whatever happens between two of them is found the next night.
 */
@Component
class Nightly {

  /** One row a shipment, with the times at which each side says something of it. */
  private static final String SIDES =
      """
      with looked as materialized (
        select shipment_id from shipment
        where sender_province = any (:provinces) and handed_off_at >= :from
        union
        select shipment_id from difference
        where resolved_at is null and month is null and first_seen_at >= :yearAgo
      ), side as materialized (
        select s.shipment_id, s.sender_code, s.sender_province, s.recipient_code, s.network, s.state,
          s.state_since, s.weight_grams, s.item_code, h.received_at, o.order_id, f.sent_at,
          o.answered_at as answered_at,
          (select coalesce(a.answered_at, a.recorded_at) from post_answer a
           where a.order_id = o.order_id and a.result = 'ACCEPTED' and not a.withdrawn
           order by a.answer_no limit 1) as accepted_at,
          (select a.weight_grams from post_answer a
           where a.order_id = o.order_id and a.result = 'ACCEPTED' and not a.withdrawn
           order by a.answer_no limit 1) as post_grams,
          (select min(c.at) from confirmation c
           where c.shipment_id = s.shipment_id and c.result = 'RECEIVED') as received_by_unit_at,
          (select max(c.recorded_at) from confirmation c
           where c.shipment_id = s.shipment_id and c.result = 'RECEIVED') as received_said_at,
          (select min(c.at) from confirmation c
           where c.shipment_id = s.shipment_id and c.result = 'PROBLEM') as problem_at,
          (select min(i.raised_at) from incident i
           where i.shipment_id = s.shipment_id and i.kind = 'LOSS') as lost_at
        from looked join shipment s using (shipment_id) join hand_off h using (hand_off_key)
        left join post_order o using (shipment_id)
        left join order_file f on f.name = o.file_name
        where s.outcome = 'ROUTED' and s.sender_province = any (:provinces)
      ), found as (
        select d.kind, side.shipment_id, side.item_code, side.sender_province as province,
          side.sender_code as unit, d.since
        from side, lateral (values
          ('NOT_ORDERED', received_at, network = 'KT1' and state = 'REGISTERED'
            and order_id is null and received_at < :orderedBefore),
          ('ORDER_UNANSWERED', sent_at, answered_at is null and sent_at < :answeredBefore
            and state <> 'CANCELLED'),
          ('NOT_DELIVERED', accepted_at, accepted_at < :deliveredBefore and state not in
            ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'ORDER_REFUSED')),
          ('DELIVERED_WITHOUT_ACCEPTANCE', state_since, network = 'KT1' and state = 'DELIVERED'
            and accepted_at is null),
          ('NOT_CONFIRMED', state_since, state = 'DELIVERED' and recipient_code = any (:confirming)
            and received_by_unit_at is null and problem_at is null
            and state_since < :confirmedBefore),
          ('CONFIRMED_NOT_DELIVERED', received_by_unit_at, network = 'KT1'
            and state not in ('DELIVERED', 'LOST') and received_by_unit_at < :answeredBefore),
          ('PROBLEM_FOUND', problem_at, problem_at is not null and received_by_unit_at is null),
          ('CONFIRMED_AFTER_LOSS', received_said_at, received_said_at
            > coalesce(lost_at, case when state = 'LOST' then state_since end)),
          ('ACCEPTED_BUT_CANCELLED', state_since, state = 'CANCELLED' and accepted_at is not null),
          ('WEIGHT_DIFFERS', accepted_at, abs(weight_grams - post_grams)
            > greatest(:grams, weight_grams / 10)),
          ('ITEM_CODE_TWICE', coalesce(accepted_at, received_at), exists (
            select from shipment other where other.item_code = side.item_code
              and other.shipment_id <> side.shipment_id))
        ) d (kind, since, differs)
        where d.differs
      )
      """;

  /**
   * One that is still open then is for a person to end: nobody looks at it every night for ever.
   */
  private static final Duration A_YEAR = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final ReconciliationSettings settings;

  Nightly(JdbcClient jdbc, ReconciliationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * @param confirming codes of the units that have somebody who can confirm
   */
  void compare(Collection<String> provinces, Collection<String> confirming, Instant now) {
    with(
            SIDES
                + """
                insert into difference (kind, shipment_id, item_code, province, unit, since,
                  first_seen_at)
                select kind, shipment_id, null, province, unit, since, :now from found
                on conflict do nothing
                """,
            provinces,
            confirming,
            now)
        .update();
    with(
            SIDES
                + """
                update difference set resolved_at = :now
                where resolved_at is null and month is null and province = any (:provinces)
                  and shipment_id in (select shipment_id from looked)
                  and (kind, shipment_id) not in (select kind, shipment_id from found)
                """,
            provinces,
            confirming,
            now)
        .update();
  }

  private JdbcClient.StatementSpec with(
      String sql, Collection<String> provinces, Collection<String> confirming, Instant now) {
    return jdbc.sql(sql)
        .param("provinces", provinces.toArray(String[]::new))
        .param("confirming", confirming.toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .param("from", before(now, settings.lookBack()))
        .param("yearAgo", before(now, A_YEAR))
        .param("orderedBefore", before(now, settings.orderedWithin()))
        .param("answeredBefore", before(now, settings.answeredWithin()))
        .param("deliveredBefore", before(now, settings.deliveredWithin()))
        .param("confirmedBefore", before(now, settings.confirmedWithin()))
        .param("grams", settings.grams());
  }

  private static Timestamp before(Instant now, Duration so) {
    return Timestamp.from(now.minus(so));
  }
}
