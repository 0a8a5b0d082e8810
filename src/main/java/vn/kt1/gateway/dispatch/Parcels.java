package vn.kt1.gateway.dispatch;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.shipment.Sha256;

/** What leaves the house: makers number and owe it here, in their own transaction. */
@Component
public class Parcels {

  private static final String AGAIN = "again ";

  private final JdbcClient jdbc;
  private final Kinds kinds;
  private final Clock clock;

  Parcels(JdbcClient jdbc, Kinds kinds, Clock clock) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.clock = clock;
  }

  /** The next number of a series on that day, without a gap: the caller's transaction holds it. */
  public int number(String series, LocalDate day) {
    return jdbc.sql(
            """
            insert into number_series (series, on_day, last) values (?, ?, 1)
            on conflict (series, on_day) do update set last = number_series.last + 1
            returning last
            """)
        .params(series, Date.valueOf(day))
        .query(Integer.class)
        .single();
  }

  /** False when that occasion is owed already, or was sent. In the transaction of the maker. */
  @Transactional
  public boolean owe(Outgoing what) {
    kinds.named(what.kind());
    Timestamp now = Timestamp.from(clock.instant());
    return jdbc.sql(
                """
                insert into dispatch (dispatch_id, kind, recipient, occasion, name, reference,
                  content, sha256, kt1_only, owed_since, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(UUID.randomUUID(), what.kind(), what.recipient(), what.occasion())
            .params(what.name(), what.reference(), what.content(), Sha256.of(what.content()))
            .params(what.kt1Only(), now, now)
            .update()
        == 1;
  }

  /** The same bytes under the same name once more; twice is once as long as they are open. */
  @Transactional
  public void oweAgain(String kind, String recipient, String name) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into dispatch (dispatch_id, kind, recipient, occasion, name, reference, content,
              sha256, kt1_only, owed_since, due_at)
            select ?, d.kind, d.recipient, ? || d.name || ' ' || (
                select count(*) from dispatch e where e.name = d.name),
              d.name, d.reference, d.content, d.sha256, d.kt1_only, ?, ?
            from dispatch d
            where d.kind = ? and d.recipient = ? and d.name = ? and d.occasion = d.name
              and d.content is not null
              and not exists (select from dispatch e where e.name = d.name
                and starts_with(e.occasion, ?)
                and e.sent_at is null and e.given_up_at is null)
            """)
        .params(UUID.randomUUID(), AGAIN, now, now, kind, recipient, name, AGAIN)
        .update();
  }

  static boolean again(String occasion, String name) {
    return occasion.startsWith(AGAIN + name);
  }
}
