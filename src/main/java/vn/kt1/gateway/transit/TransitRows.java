package vn.kt1.gateway.transit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code transit}, and what the ledger tells of their shipments. */
@Component
class TransitRows {

  /** Longer sources are cut: the column is for people's notes too. */
  private static final int LONGEST_NOTE = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  TransitRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<String> byKt1(Collection<String> shipments) {
    return jdbc.sql(
            "select shipment_id from shipment where shipment_id = any (?) and network = 'KT1'")
        .param(shipments.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** Under way, and nobody had promised a time when they were accepted. */
  List<String> openWithoutDue() {
    return jdbc.sql(
            """
            select t.shipment_id from transit t
            where t.due_at is null and t.attempted_at is null and exists (
              select from transit_target x where x.left_at is null and not x.superseded
                and (t.accepted_at at time zone 'Asia/Ho_Chi_Minh')::date
                  between x.valid_from and coalesce(x.valid_to, 'infinity'))
            """)
        .query(String.class)
        .list();
  }

  /**
   * Accepted when the post's first receipt says so, or else at its first news of it. Of news that
   * tells a day alone the end of the day counts, as everywhere.
   */
  List<Accepted> accepted(Collection<String> shipments) {
    return jdbc.sql(
            """
            select a.*, (
              select min(case when e.day_only then e.occurred_at + interval '86399 seconds'
                else e.occurred_at end)
              from event e
              where e.shipment_id = a.shipment_id and e.state in ('DELIVERED', 'DELIVERY_FAILED')
                and e.corrected_by is null
                and case when e.day_only then e.occurred_at + interval '86399 seconds'
                  else e.occurred_at end >= a.accepted_at) as attempted_at
            from (
              select s.shipment_id, s.sender_code, s.recipient_code, s.service, s.deliver_at,
                coalesce(
                  (select coalesce(p.answered_at, p.recorded_at)
                   from post_order o join post_answer p on p.order_id = o.order_id
                   where o.shipment_id = s.shipment_id and p.result = 'ACCEPTED'
                     and not p.withdrawn
                   order by p.answer_no limit 1),
                  (select min(e.occurred_at) from event e
                   where e.shipment_id = s.shipment_id and e.state = 'ACCEPTED'
                     and e.corrected_by is null)) as accepted_at
              from shipment s where s.shipment_id = any (?) and s.network = 'KT1') a
            where a.accepted_at is not null
            """)
        .param(shipments.toArray(String[]::new))
        .query(Accepted.class)
        .list();
  }

  void remove(Collection<String> shipments) {
    jdbc.sql("delete from transit where shipment_id = any (?)")
        .param(shipments.toArray(String[]::new))
        .update();
  }

  /**
   * A due time that was told stays as long as the acceptance does, whatever tables follow. What
   * somebody has excluded stays excluded; the gateway itself excludes a new row only, so that a
   * person's word is the last.
   */
  void write(List<Timed> all) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into transit as t (shipment_id, accepted_at, due_at, target, target_sha256,
              attempted_at, excluded, excluded_by, excluded_at, excluded_note, computed_at)
            select n.*, case when note is null then null else 'SPECIAL_AREA' end,
              case when note is null then null else 'gateway' end,
              case when note is null then null else ?::timestamptz end, note, ?
            from unnest(?, ?, ?, ?, ?, ?) n (shipment_id, accepted_at, due_at, target,
              target_sha256, attempted_at)
            left join unnest(?, ?) x (id, note) on x.id = n.shipment_id
            on conflict (shipment_id) do update set
              due_at = case when t.accepted_at = excluded.accepted_at and t.due_at is not null
                then t.due_at else excluded.due_at end,
              target = case when t.accepted_at = excluded.accepted_at and t.due_at is not null
                then t.target else excluded.target end,
              target_sha256 = case when t.accepted_at = excluded.accepted_at and t.due_at is not null
                then t.target_sha256 else excluded.target_sha256 end,
              accepted_at = excluded.accepted_at, attempted_at = excluded.attempted_at,
              computed_at = excluded.computed_at
            """)
        .params(now, now)
        .params(
            texts(all, one -> one.shipment().shipmentId()),
            times(all, one -> one.shipment().acceptedAt()),
            times(all, one -> one.due().at()),
            texts(all, one -> one.due().by() == null ? null : one.due().by().id()),
            texts(all, one -> one.due().by() == null ? null : Targets.sha256(one.due().by())),
            times(all, one -> one.shipment().attemptedAt()),
            texts(all, one -> one.shipment().shipmentId()),
            texts(all, one -> one.specialArea() == null ? null : cut(one.specialArea())))
        .update();
  }

  private static @Nullable String[] texts(
      List<Timed> all, Function<Timed, @Nullable String> value) {
    return all.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable Timestamp[] times(
      List<Timed> all, Function<Timed, @Nullable Instant> value) {
    return all.stream().map(value).map(TransitRows::at).toArray(Timestamp[]::new);
  }

  private static String cut(String source) {
    return source.length() > LONGEST_NOTE ? source.substring(0, LONGEST_NOTE) : source;
  }

  private static @Nullable Timestamp at(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}
