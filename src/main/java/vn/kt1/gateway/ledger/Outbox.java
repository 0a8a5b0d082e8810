package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the gateway owes the world outside. A claim is a lease: whoever is killed while holding it
 * loses it by time, and somebody else does the work again.
 */
@Component
class Outbox {

  /** A claimed entry. */
  record Claimed(String key, int attempts) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final LedgerSettings settings;

  Outbox(JdbcClient jdbc, Clock clock, LedgerSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  void put(String topic, String key, String province) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql("insert into outbox (topic, key, province, due_at, since) values (?, ?, ?, ?, ?)")
        .params(topic, key, province, now, now)
        .update();
  }

  /** The same for many, some of which may be owed already. */
  void putOnce(String topic, Collection<String> keys) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into outbox (topic, key, province, due_at, since)
            select ?, key, '', ?, ? from jsonb_array_elements_text(?::jsonb) key
            on conflict (topic, key) do nothing
            """)
        .params(topic, now, now, Json.write(keys))
        .update();
  }

  /** The oldest due entries of one province, at most {@code limit}, leased to the caller. */
  List<Claimed> claim(String topic, UUID lease, int limit) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with due as (
              select outbox_no, province from outbox
              where topic = ? and due_at <= ? and (leased_until is null or leased_until <= ?)
              order by outbox_no limit ? for update skip locked),
            first as (select province from due order by outbox_no limit 1)
            update outbox o set lease = ?, leased_until = ?, attempts = attempts + 1
            from due, first
            where o.outbox_no = due.outbox_no and due.province = first.province
            returning o.key, o.attempts
            """)
        .params(topic, Timestamp.from(now), Timestamp.from(now), limit, lease)
        .param(Timestamp.from(now.plus(settings.lease())))
        .query(Claimed.class)
        .list();
  }

  /** Ends what is held under that lease; the count tells whether the lease still held. */
  int done(UUID lease) {
    return jdbc.sql("delete from outbox where lease = ?").param(lease).update();
  }

  /**
   * The same if so many are still held; else nothing ends, and what is held is free at once for
   * whoever claims next. Whoever withdraws one of them meanwhile waits, and then finds it gone.
   */
  boolean doneWhole(UUID lease, int count) {
    int held =
        jdbc.sql("select outbox_no from outbox where lease = ? order by outbox_no for update")
            .param(lease)
            .query(Long.class)
            .list()
            .size();
    if (held == count) {
      return done(lease) == count;
    }
    jdbc.sql("update outbox set lease = null, leased_until = null where lease = ?")
        .param(lease)
        .update();
    return false;
  }

  /** Ends one entry, whoever holds it; false when it is owed no more. */
  boolean withdraw(String topic, String key) {
    return jdbc.sql("delete from outbox where topic = ? and key = ?").params(topic, key).update()
        == 1;
  }

  /**
   * Gives a lease back after a failure: due again after a pause that doubles, up to the longest.
   */
  void postpone(UUID lease, int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 20));
    Duration longest = settings.longestPause();
    Duration pause = doubled.compareTo(longest) < 0 ? doubled : longest;
    jdbc.sql("update outbox set lease = null, leased_until = null, due_at = ? where lease = ?")
        .params(Timestamp.from(clock.instant().plus(pause)), lease)
        .update();
  }
}
