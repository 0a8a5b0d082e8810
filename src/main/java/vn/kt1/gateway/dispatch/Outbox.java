package vn.kt1.gateway.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;

/**
 * What the gateway owes the world outside. A claim is a lease: whoever is killed while holding it
 * loses it by time, and somebody else does the work again.
 */
@Component
public class Outbox {

  /** A claimed entry. */
  public record Claimed(String key, int attempts) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final DispatchSettings settings;

  Outbox(JdbcClient jdbc, Clock clock, DispatchSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  public void put(String topic, String key, String province) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql("insert into outbox (topic, key, province, due_at, since) values (?, ?, ?, ?, ?)")
        .params(topic, key, province, now, now)
        .update();
  }

  /** The same for many, some of which may be owed already. */
  public void putOnce(String topic, Collection<String> keys) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into outbox (topic, key, province, due_at, since)
            select ?, key, '', ?, ? from jsonb_array_elements_text(?::jsonb) key
            on conflict (topic, key) do nothing
            """)
        .params(topic, now, now, RowJson.write(keys))
        .update();
  }

  /** The oldest due entry, leased to the caller. */
  public Optional<Claimed> claim(String topic, UUID lease) {
    return claim(topic, null, lease, 1).stream().findFirst();
  }

  /** The oldest due entries of one province, or of any, at most {@code limit}. */
  public List<Claimed> claim(String topic, @Nullable String province, UUID lease, int limit) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with due as (
              select outbox_no from outbox
              where topic = :topic and due_at <= :now
                and (leased_until is null or leased_until <= :now)
                and province = coalesce(:province, province)
              order by outbox_no limit :limit for update skip locked)
            update outbox o set lease = :lease, leased_until = :until, attempts = attempts + 1
            from due where o.outbox_no = due.outbox_no
            returning o.key, o.attempts
            """)
        .param("topic", topic)
        .param("now", Timestamp.from(now))
        .param("province", province)
        .param("limit", limit)
        .param("lease", lease)
        .param("until", Timestamp.from(now.plus(settings.lease())))
        .query(Claimed.class)
        .list();
  }

  /** Ends what is held under that lease; the count tells whether the lease still held. */
  public int done(UUID lease) {
    return jdbc.sql("delete from outbox where lease = ?").param(lease).update();
  }

  /**
   * The same if so many are still held; else nothing ends, and what is held is free at once for
   * whoever claims next. Whoever withdraws one of them meanwhile waits, and then finds it gone.
   */
  public boolean doneWhole(UUID lease, int count) {
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
  public boolean withdraw(String topic, String key) {
    return jdbc.sql("delete from outbox where topic = ? and key = ?").params(topic, key).update()
        == 1;
  }

  /**
   * Gives a lease back after a failure: due again after a pause that doubles, up to the longest.
   */
  public void postpone(UUID lease, int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 20));
    Duration longest = settings.longestPause();
    Duration pause = doubled.compareTo(longest) < 0 ? doubled : longest;
    jdbc.sql("update outbox set lease = null, leased_until = null, due_at = ? where lease = ?")
        .params(Timestamp.from(clock.instant().plus(pause)), lease)
        .update();
  }
}
