package vn.kt1.gateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Departure.Fate;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The one way out: a route claims what makers owe ({@link Parcels}), carries it and marks it sent.
 * A claim is a lease: whoever is killed while holding it loses it by time.
 */
@Component
public class Dispatch {

  private final JdbcClient jdbc;
  private final Kinds kinds;
  private final Parking parking;
  private final Clock clock;
  private final DispatchSettings settings;
  private final Map<String, Departure> rooms;

  Dispatch(
      JdbcClient jdbc,
      Kinds kinds,
      Parking parking,
      Clock clock,
      DispatchSettings settings,
      List<Departure> rooms) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.parking = parking;
    this.clock = clock;
    this.settings = settings;
    this.rooms = byKind(kinds, rooms);
  }

  /** Fails the start when no room makes a kind. */
  private static Map<String, Departure> byKind(Kinds kinds, List<Departure> rooms) {
    Map<String, Departure> byKind = new HashMap<>();
    rooms.forEach(room -> room.kinds().forEach(kind -> byKind.put(kind, room)));
    for (String kind : kinds.names()) {
      if (!byKind.containsKey(kind)) {
        throw new IllegalStateException("no room makes the kind " + kind);
      }
    }
    return Map.copyOf(byKind);
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

  /** Each kind is asked for its first by the index: so it costs the same whatever is owed. */
  private @Nullable Parcel next(String line) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with due as (
              select dispatch_id from dispatch
              where kind = (
                  select first.kind from unnest(:kinds) line (kind), lateral (
                    select kind, due_at, owed_since from dispatch
                    where kind = line.kind and due_at <= :now
                      and (leased_until is null or leased_until <= :now)
                    order by due_at, owed_since limit 1 for update skip locked) first
                  order by first.due_at, first.owed_since limit 1)
                and due_at <= :now and (leased_until is null or leased_until <= :now)
              order by due_at, owed_since limit 1 for update skip locked)
            update dispatch d set lease = :lease, leased_until = :until, attempts = attempts + 1
            from due where d.dispatch_id = due.dispatch_id
            returning d.*
            """)
        .param("kinds", kinds.of(line))
        .param("now", Timestamp.from(now))
        .param("lease", UUID.randomUUID())
        .param("until", Timestamp.from(now.plus(settings.lease())))
        .query(this::read)
        .optional()
        .orElse(null);
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
    Kind kind = kinds.named(parcel.kind());
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
        .query(this::read)
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

  /**
   * Nobody gets it any more.
   *
   * @throws Rejected {@code bad-parameter} where the room does not let it end so
   */
  void giveUp(String id) {
    jdbc.sql("select * from dispatch where dispatch_id = ?::uuid for update")
        .param(id)
        .query(this::read)
        .optional()
        .ifPresent(
            parcel -> {
              if (!room(parcel).mayBeGivenUp(parcel)) {
                throw new Rejected(Fault.of(Code.BAD_PARAMETER, "", "parked-order-file"));
              }
              drop(parcel);
            });
  }

  private Parcel read(ResultSet row, int number) throws SQLException {
    return ParcelRow.read(row, kinds.named(row.getString("kind")));
  }

  private Departure room(Parcel parcel) {
    return Objects.requireNonNull(rooms.get(parcel.kind()));
  }
}
