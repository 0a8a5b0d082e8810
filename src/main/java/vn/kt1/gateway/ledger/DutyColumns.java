package vn.kt1.gateway.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.ShipmentState;

/** What the rooms of price, time and confirmation have written of a shipment, as read with it. */
final class DutyColumns {

  /** Of few tables, so the database reads each once. */
  private static final String IN_FORCE =
      """
      exists (select from %s x where x.left_at is null and %s
        and (s.handed_off_at at time zone 'Asia/Ho_Chi_Minh')::date
          between x.valid_from and coalesce(x.valid_to, 'infinity'))
      """;

  /** Behind the columns of the shipment. */
  static final String SELECTED =
      """
      , t.accepted_at as sla_accepted_at, t.due_at, t.attempted_at, t.excluded,
        c.amount, c.vat, c.missing,
        %s as promised, %s as priced,
        (select jsonb_agg(jsonb_build_object('result', k.result, 'finding', k.finding, 'at', k.at,
            'note', k.note, 'unit', k.unit, 'recorded_at', k.recorded_at)
            order by k.recorded_at, k.confirmation_id)
          from confirmation k where k.shipment_id = s.shipment_id) as confirmations
      """
          .formatted(
              IN_FORCE.formatted("transit_target", "not x.superseded"),
              IN_FORCE.formatted("tariff", "true"));

  static final String JOINED =
      """
      left join transit t using (shipment_id)
      left join charge c using (shipment_id)
      """;

  private DutyColumns() {}

  static List<Confirmed> confirmations(ResultSet row) throws SQLException {
    String all = row.getString("confirmations");
    return all == null ? List.of() : List.of(RowJson.read(all, Confirmed[].class));
  }

  static Sla sla(ResultSet row) throws SQLException {
    return new Sla(
        network(row),
        ShipmentState.valueOf(row.getString("state")),
        row.getBoolean("promised"),
        time(row, "deliver_at"),
        time(row, "sla_accepted_at"),
        time(row, "due_at"),
        time(row, "attempted_at"),
        row.getString("excluded"));
  }

  static Cost cost(ResultSet row) throws SQLException {
    if (row.getArray("missing") != null) {
      return new Cost(
          dong(row, "amount"),
          dong(row, "vat"),
          Arrays.asList((String[]) row.getArray("missing").getArray()));
    }
    if (network(row) != Network.KT1) {
      return new Cost(null, null, List.of("network"));
    }
    List<String> missing = new ArrayList<>(List.of("acceptance"));
    if (!row.getBoolean("priced")) {
      missing.add("tariff");
    }
    return new Cost(null, null, missing);
  }

  private static @Nullable Network network(ResultSet row) throws SQLException {
    String network = row.getString("network");
    return network == null ? null : Network.valueOf(network);
  }

  private static @Nullable Long dong(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null ? null : amount.longValueExact();
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
