package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Receipt;

/** Reads the shipments that a caller may see. Those of others do not exist for the caller. */
@Component
public class Shipments {

  private static final String SELECT =
      """
      select s.*, h.hand_off_id, o.order_id, o.file_name, f.sent_at,
        p.role as proposed_role, p.answer as proposed, p.opens, p.proposed_at
      """
          + DutyColumns.SELECTED
          + """
          from shipment s join hand_off h using (hand_off_key)
          left join post_order o using (shipment_id)
          left join resolution_proposal p using (shipment_id)
          left join order_file f on f.name = o.file_name
          """
          + DutyColumns.JOINED;

  private static final String NEWEST_FIRST = " order by s.handed_off_at desc, s.shipment_id desc";

  /** At most so many shipments are looked at for one page; nearly always the first are enough. */
  private static final int LOOKED_AT = 100_000;

  private static final int LOOKED_AT_FIRST = 1_000;

  private final JdbcClient jdbc;
  private final int mostLookedAt;

  @Autowired
  Shipments(JdbcClient jdbc) {
    this(jdbc, LOOKED_AT);
  }

  Shipments(JdbcClient jdbc, int mostLookedAt) {
    this.jdbc = jdbc;
    this.mostLookedAt = mostLookedAt;
  }

  public Optional<ShipmentView> one(Caller caller, String shipmentId) {
    Conditions where = Conditions.visibleTo(caller).and("s.shipment_id = :id", "id", shipmentId);
    return jdbc.sql(SELECT + where)
        .params(where.parameters())
        .query(new ShipmentMapper(caller))
        .optional();
  }

  public ShipmentPage page(Caller caller, ShipmentQuery query) {
    return query.namesFew() ? few(caller, query) : newest(caller, query);
  }

  private ShipmentPage few(Caller caller, ShipmentQuery query) {
    Conditions where = Conditions.visibleTo(caller).and(query);
    List<ShipmentView> found =
        jdbc.sql(SELECT + where + NEWEST_FIRST + " limit :limit")
            .params(where.parameters())
            .param("limit", query.limit() + 1)
            .query(new ShipmentMapper(caller))
            .list();
    return ShipmentPage.of(found, query.limit());
  }

  /**
   * A filter may fit nothing for years. So a page looks at so many shipments only, at few first.
   * Where more follow, its cursor leads there, however few it has found.
   */
  private ShipmentPage newest(Caller caller, ShipmentQuery query) {
    if (!query.passesOver(caller)) {
      return newest(caller, query, null);
    }
    ShipmentPage page;
    int most = Math.min(LOOKED_AT_FIRST, mostLookedAt);
    do {
      page = newest(caller, query, last(caller, query, most));
      most *= 10;
    } while (page.more() && page.items().size() < query.limit() && most <= mostLookedAt);
    return page;
  }

  private ShipmentPage newest(Caller caller, ShipmentQuery query, @Nullable Instant last) {
    Conditions looked = Conditions.looked(caller, query).andOfShipment(query).since(last);
    Conditions where = Conditions.visibleTo(caller);
    List<ShipmentView> found =
        jdbc.sql(
                SELECT
                    + where.andThen()
                    + " s.shipment_id in (select shipment_id from ("
                    + Heads.of(caller, query).newest(looked)
                    + ") newest)"
                    + NEWEST_FIRST)
            .params(where.parameters())
            .params(looked.parameters())
            .param("unit", query.unit())
            .param("stages", query.stages(caller))
            .param("limit", query.limit() + 1)
            .query(new ShipmentMapper(caller))
            .list();
    ShipmentPage page = ShipmentPage.of(found, query.limit());
    return page.more() || last == null
        ? page
        : new ShipmentPage(found, new ShipmentQuery.Cursor(last, ""));
  }

  /** The time of the last shipment looked at; null where there are fewer. */
  private @Nullable Instant last(Caller caller, ShipmentQuery query, int most) {
    // SECURITY: the cursor tells this time, so it is one of a shipment the caller may see.
    Conditions times = Conditions.looked(caller, query).andTimes(query);
    return jdbc.sql(Heads.of(caller, query).last(times))
        .params(times.parameters())
        .params(Conditions.visibleTo(caller).parameters())
        .param("unit", query.unit())
        .param("stages", query.stages(caller))
        .param("most", most)
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single()
        .orElse(null);
  }

  /** The events of a shipment the caller may see, the oldest first. */
  public Optional<List<TimelineEvent>> timeline(Caller caller, String shipmentId) {
    return one(caller, shipmentId)
        .map(
            shipment ->
                shipment.degree() == null
                    ? events(shipmentId).stream().map(TimelineEvent::withoutDegree).toList()
                    : events(shipmentId));
  }

  private List<TimelineEvent> events(String shipmentId) {
    return jdbc.sql(
            """
            select event_id, state, source, raw_code, raw_text, location, occurred_at, recorded_at,
              corrected_by
            from event where shipment_id = ? order by occurred_at, recorded_no
            """)
        .param(shipmentId)
        .query(TimelineEvent.class)
        .list();
  }

  /** The first shipments of a hand-off, in its own order; none when the caller may not see it. */
  public List<ShipmentView> ofHandOff(Caller caller, String handOffId, int most) {
    Conditions where =
        Conditions.sentFor(caller).and("h.hand_off_id = :handOff", "handOff", handOffId);
    // Ids are unique per partner only. If several have this id, a caller who sees all gets the
    // newest.
    return jdbc.sql(
            "select * from ("
                + SELECT.replace("s.*", "s.*, dense_rank() over (order by s.hand_off_key desc) nth")
                + where
                + ") found where nth = 1 order by position limit :most")
        .params(where.parameters())
        .param("most", most)
        .query(new ShipmentMapper(caller))
        .list();
  }

  /** The first receipt of a hand-off, if it is the caller's own or the caller may read it. */
  public Optional<KeptReceipt> receipt(Caller caller, String handOffId) {
    Conditions where =
        Conditions.sentFor(caller).and("h.hand_off_id = :handOff", "handOff", handOffId);
    return jdbc.sql(
            "select h.receipt, h.sender_code from hand_off h join shipment s using (hand_off_key)"
                + where
                + " order by h.hand_off_key desc limit 1")
        .params(where.parameters())
        .query(
            (row, number) ->
                new KeptReceipt(
                    RowJson.read(row.getString("receipt"), StoredReceipt.class).receipt(false),
                    caller.seesDegree(row.getString("sender_code"))))
        .optional();
  }

  /** A receipt as it was given, and whether the caller may see its degree data. */
  public record KeptReceipt(Receipt receipt, boolean degree) {}
}
