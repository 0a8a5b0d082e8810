package vn.kt1.gateway.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;

/** What waits for a person, and the person's word on it. */
@Component
public class Parked {

  /** How a parked piece of work ends. */
  public enum Resolution {
    RETRIED("parked-retry"),
    GIVEN_UP("parked-give-up");

    private final String act;

    Resolution(String act) {
      this.act = act;
    }
  }

  /** A reference is the id of a parcel on those routes only; cast, it is found by its key. */
  static final String COLUMNS =
      """
      parking_id::text as id, route, reference, since, attempts, cause, next_step,
        (select s.shipment_id from dispatch d join shipment s on s.shipment_id = d.reference
          where d.dispatch_id = case when starts_with(p.route, 'dispatch-') then p.reference::uuid end)
          as shipment_id,
        (select d.kind || ' ' || d.recipient || ' ' || d.name from dispatch d
          where d.dispatch_id = case when starts_with(p.route, 'dispatch-') then p.reference::uuid end)
          as parcel
      """;

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  Parked(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The oldest thousand. */
  public List<ParkedItem> open() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from parking p where resolved_at is null order by since, parking_id limit 1000")
        .query(ParkedItem.class)
        .list();
  }

  /**
   * Resolves an open piece of work and does what follows from that, both or neither; whoever comes
   * second finds nothing.
   */
  @Transactional
  public Optional<ParkedItem> resolve(
      String id, Resolution how, Actor who, @Nullable String reason, Consumer<ParkedItem> effect) {
    Optional<ParkedItem> found =
        jdbc.sql(
                """
                update parking p
                set resolved_at = ?, resolution = ?, resolved_by = ?, reason = ?
                where parking_id::text = ? and resolved_at is null
                returning
                """
                    + COLUMNS)
            .params(Timestamp.from(clock.instant()), how.name(), who.name())
            .param(reason)
            .param(id)
            .query(ParkedItem.class)
            .optional();
    found.ifPresent(
        item -> {
          evidence.record(who, how.act, id, reason, detail(item));
          effect.accept(item);
        });
    return found;
  }

  private static Map<String, String> detail(ParkedItem item) {
    return Map.of("route", item.route(), "reference", item.shownReference());
  }
}
