package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.VietnamTime;

/** The counts of one day in Vietnam. They come from independent sources, so that a loss shows. */
@Component
public class Today {

  /**
   * One statement, so one snapshot. Taken: what the receipts promise. Routed, held, refused: what
   * the shipments are. Ordered: what must go by KT1, or was in a file before it was cancelled.
   * Acknowledged: what the post has answered. Waiting: what is still owed or unanswered. {@code
   * offset 0} keeps the database from reading all orders of the ledger to join these few.
   */
  private static final String COUNT =
      """
      with today as (
        select hand_off_key, jsonb_array_length(receipt->'shipments') as promised from hand_off
        where received_at >= :from and received_at < :to),
      own as (
        select s.outcome, s.network, s.state, o.shipment_id is not null as asked, o.answered_at,
          exists (select from outbox x where x.topic = 'order' and x.key = s.shipment_id) as owed
        from today, lateral (
          select shipment_id, outcome, network, state from shipment
          where hand_off_key = today.hand_off_key offset 0) s
        left join lateral (
          select shipment_id, answered_at from post_order
          where shipment_id = s.shipment_id offset 0) o on true)
      select
        (select count(*) from today) as hand_offs,
        (select coalesce(sum(promised), 0) from today) as taken,
        count(*) filter (where outcome = 'ROUTED') as routed,
        count(*) filter (where outcome = 'HELD') as held,
        count(*) filter (where outcome = 'REFUSED') as refused,
        count(*) filter (where network = 'KT1' and (state <> 'CANCELLED' or asked)) as ordered,
        count(*) filter (where asked and answered_at is not null) as acknowledged,
        count(*) filter (where asked and answered_at is null) + count(*) filter (where owed)
          as waiting,
        (select count(*) from event where source <> 'gateway' and recorded_at >= :from
           and recorded_at < :to) as events,
        (select count(*) from outbox)
          + (select count(*) from dispatch where due_at is not null) as backlog,
        least((select min(since) from outbox),
          (select min(owed_since) from dispatch where due_at is not null)) as oldest,
        (select count(*) from parking where resolved_at is null) as parked
      from own
      """;

  /** The counts of one moment; {@code oldest} is the time of the oldest work still owed. */
  public record Counts(
      long handOffs,
      long taken,
      long routed,
      long held,
      long refused,
      long ordered,
      long acknowledged,
      long waiting,
      long events,
      long backlog,
      @Nullable Instant oldest,
      long parked) {

    /** Whether every envelope taken is accounted for, and every order is answered or waiting. */
    public boolean balanced() {
      return taken == routed + held + refused && ordered == acknowledged + waiting;
    }
  }

  /**
   * What is owed now: how much, since when, what is parked, and how many held shipments wait for an
   * answer.
   */
  public record Owed(long backlog, @Nullable Instant oldest, long parked, long held) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Today(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Counts counts() {
    LocalDate day = VietnamTime.day(clock.instant());
    return jdbc.sql(COUNT)
        .param("from", startOf(day))
        .param("to", startOf(day.plusDays(1)))
        .query(Counts.class)
        .single();
  }

  public Owed owed() {
    return jdbc.sql(
            """
            select count(*) as backlog, min(since) as oldest,
              (select count(*) from parking where resolved_at is null) as parked,
              (select count(*) from shipment where stage = 'HELD') as held
            from (select since from outbox
              union all select owed_since from dispatch where due_at is not null) owed
            """)
        .query(Owed.class)
        .single();
  }

  /** When each of these partners last handed something over, by any channel. */
  public Map<String, Instant> lastTaken(List<String> partners) {
    Map<String, Instant> last = new HashMap<>();
    jdbc.sql(
            """
            select p.id, h.at from jsonb_array_elements_text(?::jsonb) p (id),
              lateral (select max(received_at) as at from hand_off where partner = p.id) h
            where h.at is not null
            """)
        .param(RowJson.write(partners))
        .query(
            row -> {
              last.put(row.getString("id"), row.getTimestamp("at").toInstant());
            });
    return last;
  }

  private static Timestamp startOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(VietnamTime.VIETNAM).toInstant());
  }
}
