package vn.kt1.gateway.transit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;

/**
 * Finds what is late or about to be. What came back, is lost or was cancelled is watched no more.
 */
@Component
class OverdueRows {

  /** At most so many of one unit are named in a mail. */
  static final int NAMED = 50;

  private static final String OPEN =
      """
      from transit t join shipment s on s.shipment_id = t.shipment_id
      where t.attempted_at is null and t.due_at is not null and t.excluded is null
        and t.due_at <= :until
        and s.state not in ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED')
      """;

  /** Shipments of one unit in a digest; {@code count} is of all of them. */
  record Told(
      String sender,
      String name,
      String province,
      String shipmentId,
      @Nullable String itemCode,
      long count) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransitSettings settings;

  OverdueRows(JdbcClient jdbc, Clock clock, TransitSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** What has been due for the longest first. */
  List<Overdue> of(Caller caller, @Nullable String unit, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    String mine = visible(caller, parameters);
    if (unit != null) {
      mine += " and s.sender_code = :unit";
      parameters.put("unit", unit);
    }
    return jdbc.sql(
            "select s.shipment_id, s.item_code, s.sender_code, s.sender_name, s.state, t.due_at "
                + OPEN
                + mine
                + " order by t.due_at, s.shipment_id limit :limit")
        .param("until", until())
        .param("limit", limit)
        .params(parameters)
        .query(Overdue.class)
        .list();
  }

  // SECURITY: a due time is degree data, so this list is of what the caller may see of that class:
  // everything, the own province, or what the own units have sent; for anybody else nothing.
  private static String visible(Caller caller, Map<String, Object> parameters) {
    if (caller.role() == Role.OPERATOR || caller.role() == Role.POLICY_OFFICER) {
      return "";
    }
    if (caller.role() == Role.DEPARTMENT) {
      parameters.put("province", String.valueOf(caller.province()));
      return " and s.sender_province = :province";
    }
    boolean sends = caller.role() == Role.PARTNER || caller.role() == Role.CLERK;
    Set<String> units = sends && !caller.units().isEmpty() ? caller.units() : Set.of("");
    parameters.put("units", units);
    return " and s.sender_code in (:units)";
  }

  /** By unit, the first ones of each. */
  List<Told> byUnit() {
    return jdbc.sql(
            """
            select sender, name, province, shipment_id, item_code, count from (
              select s.sender_code as sender, s.sender_name as name, s.sender_province as province,
                s.shipment_id, s.item_code,
                row_number() over (
                  partition by s.sender_code order by t.due_at, s.shipment_id) as nth,
                count(*) over (partition by s.sender_code) as count
            """
                + OPEN
                + ") late where nth <= :named order by sender, shipment_id")
        .param("until", until())
        .param("named", NAMED)
        .query(Told.class)
        .list();
  }

  private Timestamp until() {
    return Timestamp.from(clock.instant().plus(settings.warnBefore()));
  }
}
