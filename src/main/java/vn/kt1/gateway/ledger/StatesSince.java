package vn.kt1.gateway.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.StateSince;
import vn.kt1.gateway.shipment.TrackingEvent;

/** The states of shipments, and since when they have them. */
@Component
public class StatesSince {

  private final JdbcClient jdbc;

  StatesSince(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Reads and locks the rows, always ordered by id, so that two transactions do not deadlock. */
  public Map<String, StateSince> locked(Collection<String> shipments) {
    Map<String, StateSince> standings = new LinkedHashMap<>();
    if (shipments.isEmpty()) {
      return standings;
    }
    jdbc.sql(
            """
            select shipment_id, state, state_since from shipment
            where shipment_id in (select unnest(?)) order by shipment_id for no key update
            """)
        .param(shipments.stream().sorted().toArray(String[]::new))
        .query(
            row -> {
              standings.put(
                  row.getString("shipment_id"),
                  new StateSince(
                      ShipmentState.valueOf(row.getString("state")),
                      row.getTimestamp("state_since").toInstant()));
            });
    return standings;
  }

  /**
   * The state to which the events of a shipment lead, in the order they were recorded. Withdrawn
   * events do not count.
   */
  public StateSince replayed(String shipmentId) {
    return jdbc
        .sql(
            """
            select state, occurred_at, day_only from event
            where shipment_id = ? and state is not null and corrected_by is null
            order by recorded_no
            """)
        .param(shipmentId)
        .query(StatesSince::move)
        .list()
        .stream()
        .reduce((standing, move) -> standing.after(move.state(), move.since()))
        .orElseThrow();
  }

  private static StateSince move(ResultSet row, int number) throws SQLException {
    ShipmentState state = ShipmentState.valueOf(row.getString("state"));
    Instant at = row.getTimestamp("occurred_at").toInstant();
    return new StateSince(state, TrackingEvent.moment(at, row.getBoolean("day_only"), state));
  }

  public void write(Map<String, StateSince> changed) {
    if (changed.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update shipment s set state = c.state, state_since = c.since
            from unnest(?, ?, ?) c (shipment_id, state, since)
            where s.shipment_id = c.shipment_id
            """)
        .param(changed.keySet().toArray(String[]::new))
        .param(changed.values().stream().map(to -> to.state().name()).toArray(String[]::new))
        .param(
            changed.values().stream()
                .map(to -> Timestamp.from(to.since()))
                .toArray(Timestamp[]::new))
        .update();
  }
}
