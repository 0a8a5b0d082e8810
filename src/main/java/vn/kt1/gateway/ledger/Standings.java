package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Standing;

/** Where shipments stand. */
@Component
class Standings {

  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Read and held, one after the other in the order everybody takes them in. */
  Map<String, Standing> locked(Collection<String> shipments) {
    Map<String, Standing> standings = new LinkedHashMap<>();
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
                  new Standing(
                      ShipmentState.valueOf(row.getString("state")),
                      row.getTimestamp("state_since").toInstant()));
            });
    return standings;
  }

  void write(Map<String, Standing> changed) {
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
