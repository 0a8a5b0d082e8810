package vn.kt1.gateway.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;

/** What administrators want of routes; it outlives a restart, and each change is evidence. */
@Component
class RouteWishes {

  /** How a route should stand. Nothing wished: it runs. */
  enum Wish {
    STARTED,
    STOPPED,
    SUSPENDED
  }

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  RouteWishes(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Routes that shall not run. */
  Map<String, Wish> resting() {
    Map<String, Wish> wishes = new HashMap<>();
    jdbc.sql("select route_id, wish from route_wish where wish <> 'STARTED'")
        .query(
            row -> {
              wishes.put(row.getString("route_id"), Wish.valueOf(row.getString("wish")));
            });
    return wishes;
  }

  /** Written before it is done: what a crash interrupts is done at the next start. */
  @Transactional
  public void wish(String route, Wish wish, Actor who, String verb, @Nullable String reason) {
    if (wish == Wish.STARTED) {
      jdbc.sql("delete from route_wish where route_id = ?").param(route).update();
    } else {
      put(route, wish, who.name());
    }
    evidence.record(who, "route-" + verb, route, reason, Map.of("wish", wish.name()));
  }

  private void put(String route, Wish wish, String who) {
    jdbc.sql(
            """
            insert into route_wish (route_id, wish, changed_by, changed_at) values (?, ?, ?, ?)
            on conflict (route_id) do update set wish = excluded.wish,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .params(route, wish.name(), who, Timestamp.from(clock.instant()))
        .update();
  }
}
