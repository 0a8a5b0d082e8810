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

/**
 * The state in which administrators want routes. It survives a restart, and each change is
 * evidence.
 */
@Component
class RouteWishes {

  /** The state of a route. Without a wish it runs. */
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

  /** The routes that must not run. */
  Map<String, Wish> resting() {
    Map<String, Wish> wishes = new HashMap<>();
    jdbc.sql("select route_id, wish from route_wish where wish <> 'STARTED'")
        .query(
            row -> {
              wishes.put(row.getString("route_id"), Wish.valueOf(row.getString("wish")));
            });
    return wishes;
  }

  /**
   * The wish is written before it is carried out, so that the next start completes what a crash
   * interrupts.
   */
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
