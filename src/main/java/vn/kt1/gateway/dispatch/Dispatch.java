package vn.kt1.gateway.dispatch;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Departure.Fate;
import vn.kt1.gateway.shipment.Sha256;

/**
 * The one way out. Makers owe parcels in their own transaction; a route claims, carries and marks
 * them sent. A claim is a lease: whoever is killed while holding it loses it by time.
 */
@Component
public class Dispatch implements SmartInitializingSingleton {

  private static final String AGAIN = "again ";

  private final JdbcClient jdbc;
  private final Parking parking;
  private final Clock clock;
  private final DispatchSettings settings;
  private final Map<String, Kind> kinds = Kind.all();

  /** Asked late: most rooms owe parcels themselves, so they need this bean first. */
  private final ObjectProvider<Departure> rooms;

  Dispatch(
      JdbcClient jdbc,
      Parking parking,
      Clock clock,
      DispatchSettings settings,
      ObjectProvider<Departure> rooms) {
    this.jdbc = jdbc;
    this.parking = parking;
    this.clock = clock;
    this.settings = settings;
    this.rooms = rooms;
  }

  /** Fails the start when no room makes a kind. */
  @Override
  public void afterSingletonsInstantiated() {
    kinds.keySet().forEach(this::room);
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
    kind(what.kind());
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

  /** The parcel that is due longest on that line, or null. */
  @Transactional
  public @Nullable Parcel claim(String line) {
    while (true) {
      Parcel parcel = next(line);
      if (parcel == null) {
        return null;
      }
      Fate fate = room(parcel).before(parcel);
      if (fate == Fate.CARRY) {
        return parcel;
      }
      if (fate == Fate.ARRIVED) {
        sent(parcel);
      } else {
        drop(parcel);
      }
    }
  }

  private @Nullable Parcel next(String line) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with due as (
              select dispatch_id from dispatch
              where kind = any (:kinds) and due_at <= :now
                and (leased_until is null or leased_until <= :now)
              order by due_at, owed_since limit 1 for update skip locked)
            update dispatch d set lease = :lease, leased_until = :until, attempts = attempts + 1
            from due where d.dispatch_id = due.dispatch_id
            returning d.*
            """)
        .param("kinds", kindsOf(line))
        .param("now", Timestamp.from(now))
        .param("lease", UUID.randomUUID())
        .param("until", Timestamp.from(now.plus(settings.lease())))
        .query((row, number) -> ParcelRow.read(row, kind(row.getString("kind"))))
        .optional()
        .orElse(null);
  }

  private String[] kindsOf(String line) {
    return kinds.values().stream()
        .filter(kind -> kind.line().equals(line))
        .map(Kind::name)
        .toArray(String[]::new);
  }

  /** The recipient has it. Twice is once, whoever holds the lease by now. */
  @Transactional
  public void sent(Parcel parcel) {
    Departure room = room(parcel);
    int first =
        jdbc.sql(
                """
                update dispatch set sent_at = ?, due_at = null, lease = null, leased_until = null,
                  content = case when ? then null else content end
                where dispatch_id = ?::uuid and sent_at is null and given_up_at is null
                """)
            .params(Timestamp.from(clock.instant()), room.contentEnds(), parcel.id())
            .update();
    if (first == 1) {
      room.left(parcel);
    }
  }

  private void drop(Parcel parcel) {
    int first =
        jdbc.sql(
                """
                update dispatch set given_up_at = ?, due_at = null, lease = null,
                  leased_until = null, content = null
                where dispatch_id = ?::uuid and sent_at is null and given_up_at is null
                """)
            .params(Timestamp.from(clock.instant()), parcel.id())
            .update();
    if (first == 1) {
      room(parcel).dropped(parcel);
    }
  }

  /** Due again after a pause that doubles; parked where time will not help or has not helped. */
  @Transactional
  public void failed(@Nullable Parcel parcel, String route, Throwable failure) {
    if (parcel == null) {
      return;
    }
    Kind kind = kind(parcel.kind());
    if (failure instanceof Undeliverable undeliverable) {
      park(parcel, route, failure, undeliverable.nextStep());
    } else if (kind.enough(parcel.attempts()) && room(parcel).mendable(parcel)) {
      park(parcel, route, failure, kind.nextStep());
    } else {
      due(parcel, clock.instant().plus(settings.pause(parcel.attempts())));
    }
  }

  private void park(Parcel parcel, String route, Throwable failure, String nextStep) {
    if (due(parcel, null)) {
      parking.park(route, parcel.id(), failure, nextStep);
    }
  }

  private boolean due(Parcel parcel, @Nullable Instant at) {
    return jdbc.sql(
                "update dispatch set lease = null, leased_until = null, due_at = ? where lease = ?")
            .params(at == null ? null : Timestamp.from(at), parcel.lease())
            .update()
        == 1;
  }

  /** Nobody else claims, sends or ends what has that name, until the caller's transaction ends. */
  public void hold(String name) {
    jdbc.sql("select from dispatch where name = ? order by dispatch_id for no key update")
        .param(name)
        .query((row, number) -> number)
        .list();
  }

  /**
   * Ends the bytes of what the recipient has, as an answer proves. What was not marked sent yet is
   * sent by that; another carriage is owed no more.
   */
  public void forget(String name) {
    jdbc.sql(
            """
            select * from dispatch
            where name = ? and sent_at is null and given_up_at is null for no key update
            """)
        .param(name)
        .query((row, number) -> ParcelRow.read(row, kind(row.getString("kind"))))
        .list()
        .forEach(this::end);
    jdbc.sql("update dispatch set content = null where name = ? and content is not null")
        .param(name)
        .update();
  }

  private void end(Parcel parcel) {
    if (parcel.again()) {
      drop(parcel);
    } else {
      sent(parcel);
    }
  }

  /** A parked parcel is due again; false when nothing is left of it. */
  boolean again(String id) {
    return jdbc.sql(
                """
                update dispatch set due_at = ?, attempts = 0
                where dispatch_id = ?::uuid and sent_at is null and given_up_at is null
                """)
            .params(Timestamp.from(clock.instant()), id)
            .update()
        == 1;
  }

  /** Nobody gets it any more. */
  void giveUp(String id) {
    jdbc.sql("select * from dispatch where dispatch_id = ?::uuid for update")
        .param(id)
        .query((row, number) -> ParcelRow.read(row, kind(row.getString("kind"))))
        .optional()
        .ifPresent(this::drop);
  }

  private Kind kind(String name) {
    Kind kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalStateException("no line carries the kind " + name);
    }
    return kind;
  }

  private Departure room(Parcel parcel) {
    return room(parcel.kind());
  }

  private Departure room(String kind) {
    return rooms.stream()
        .filter(room -> room.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no room makes the kind " + kind));
  }

  static boolean again(String occasion, String name) {
    return occasion.startsWith(AGAIN + name);
  }
}
