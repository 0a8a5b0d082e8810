package vn.kt1.gateway.held;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds shipments that have waited too long for an answer, or for a second person. */
@Component
public class HeldShipments {

  /** At most so many of one sender are named. */
  static final int NAMED = 50;

  private record Row(
      String partner, String province, String shipmentId, Instant since, long count) {}

  private record Group(String partner, String province, long count) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final HeldSettings settings;

  HeldShipments(JdbcClient jdbc, Clock clock, HeldSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /** By sender and province. A proposal never waits longer than its shipment. */
  public List<Unanswered> overdue() {
    Map<Group, List<Unanswered.One>> groups = new LinkedHashMap<>();
    for (Row row : rows()) {
      groups
          .computeIfAbsent(
              new Group(row.partner(), row.province(), row.count()), first -> new ArrayList<>())
          .add(new Unanswered.One(row.shipmentId(), row.since()));
    }
    return groups.entrySet().stream()
        .map(
            each ->
                new Unanswered(
                    each.getKey().partner(),
                    each.getKey().province(),
                    each.getKey().count(),
                    each.getValue()))
        .toList();
  }

  private List<Row> rows() {
    return jdbc.sql(
            """
            select partner, province, shipment_id, since, count from (
              select h.partner, s.sender_province as province, s.shipment_id,
                s.state_since as since,
                row_number() over (
                  partition by h.partner, s.sender_province
                  order by s.state_since, s.shipment_id) as nth,
                count(*) over (partition by h.partner, s.sender_province) as count
              from shipment s join hand_off h on h.hand_off_key = s.hand_off_key
              where s.stage = 'HELD' and s.state_since <= ?) waiting
            where nth <= ? order by partner, province, nth
            """)
        .param(Timestamp.from(clock.instant().minus(settings.remindAfter())))
        .param(NAMED)
        .query(Row.class)
        .list();
  }
}
