package vn.kt1.gateway.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.database.RowJson;

/**
 * Work of our own that waits: written with its cause, ended in the transaction that does it. It
 * crosses no network, so nobody needs a lease: whoever is killed has changed nothing.
 */
@Component
public class Outbox {

  private record Piece(long number, String key) {}

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Clock clock;
  private final DispatchSettings settings;

  Outbox(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, DispatchSettings settings) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.settings = settings;
  }

  /** Work of a province. What hurries lets nothing of its province wait for more. */
  public void put(String topic, String key, String province, boolean hurries) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into outbox (topic, key, province, due_at, since, hurries)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(topic, key, province, now, now, hurries)
        .update();
  }

  /** Work of no province, for {@link #each}. Some of it may wait already. */
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

  /**
   * Takes the oldest of one province that were due at that time, at most {@code limit}, in the
   * caller's transaction. Whoever withdraws one of them meanwhile waits, and then finds it gone.
   */
  public List<String> take(String topic, String province, Instant at, int limit) {
    return jdbc.sql(
            """
            with taken as (
              delete from outbox
              where topic = :topic and province = :province and outbox_no = any (array(
                select outbox_no from outbox
                where topic = :topic and province = :province and due_at <= :now
                order by outbox_no limit :limit for update skip locked))
              returning outbox_no, key)
            select key from taken order by outbox_no
            """)
        .param("topic", topic)
        .param("province", province)
        .param("now", Timestamp.from(at))
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /**
   * Does all that is due, from the oldest on, each piece in a transaction of its own that ends it
   * too. A piece that fails is due again after a pause, and does not hold up the others.
   *
   * @throws RuntimeException the last failure, when all others are done
   */
  public void each(String topic, Consumer<String> work) {
    RuntimeException failure = null;
    AtomicReference<@Nullable Piece> taken = new AtomicReference<>();
    Piece last = new Piece(0, "");
    while (last != null) {
      long after = last.number();
      taken.set(null);
      try {
        transaction.executeWithoutResult(
            status -> {
              Piece piece = takeNext(topic, after);
              taken.set(piece);
              if (piece != null) {
                work.accept(piece.key());
              }
            });
      } catch (RuntimeException e) {
        Piece piece = taken.get();
        if (piece == null) {
          throw e;
        }
        postpone(topic, piece.key());
        failure = e;
      }
      last = taken.get();
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Does all that is due, so many in one transaction. If some cannot be done, each is done alone,
   * so that one does not hold up the others.
   *
   * @throws RuntimeException as {@link #each}
   */
  public void some(String topic, int most, Consumer<List<String>> work) {
    try {
      while (Boolean.TRUE.equals(transaction.execute(status -> takeSome(topic, most, work)))) {
        // the next ones
      }
    } catch (RuntimeException e) {
      each(topic, key -> work.accept(List.of(key)));
    }
  }

  /** Whether there may be more. */
  private boolean takeSome(String topic, int most, Consumer<List<String>> work) {
    List<String> keys = take(topic, "", clock.instant(), most);
    if (!keys.isEmpty()) {
      work.accept(keys);
    }
    return keys.size() == most;
  }

  /** Goes on behind the last one: so nobody reads anew what is done, postponed or taken. */
  private @Nullable Piece takeNext(String topic, long after) {
    return jdbc.sql(
            """
            delete from outbox where topic = :topic and province = '' and outbox_no = (
              select outbox_no from outbox
              where topic = :topic and province = '' and outbox_no > :after and due_at <= :now
              order by outbox_no limit 1 for update skip locked)
            returning outbox_no as number, key
            """)
        .param("topic", topic)
        .param("after", after)
        .param("now", Timestamp.from(clock.instant()))
        .query(Piece.class)
        .optional()
        .orElse(null);
  }

  private void postpone(String topic, String key) {
    jdbc.sql(
            """
            update outbox set attempts = attempts + 1,
              due_at = ?::timestamptz + least(? * interval '1 second',
                power(2, least(attempts, 20)) * interval '1 second')
            where topic = ? and key = ?
            """)
        .params(Timestamp.from(clock.instant()), settings.longestPause().toSeconds(), topic, key)
        .update();
  }

  /** Ends one piece; false when it waits no more. */
  public boolean withdraw(String topic, String key) {
    return jdbc.sql("delete from outbox where topic = ? and key = ?").params(topic, key).update()
        == 1;
  }
}
