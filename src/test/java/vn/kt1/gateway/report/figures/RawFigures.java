package vn.kt1.gateway.report.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures as somebody would count them by hand: a query each, on the tables themselves. */
public final class RawFigures {

  private static final String IN_PERIOD =
      """
       where s.sender_province = :province and s.handed_off_at >= '2025-12-15 00:00:00+07'
        and s.handed_off_at < '2026-12-15 00:00:00+07'
      """;

  private static final String BY_UNIT =
      "select s.sender_code, to_char(s.handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM'),"
          + " count(*) from shipment s ";

  private static final String GROUP = " group by 1, 2";

  private static final List<String> ALL =
      List.of(
          BY_UNIT + IN_PERIOD + " and s.outcome = 'ROUTED' and s.state <> 'CANCELLED'" + GROUP,
          BY_UNIT + IN_PERIOD + " and s.state = 'DELIVERED'" + GROUP,
          BY_UNIT + IN_PERIOD + " and s.state = 'RETURNED'" + GROUP,
          BY_UNIT + IN_PERIOD + " and s.state = 'LOST'" + GROUP,
          BY_UNIT + IN_PERIOD + " and s.outcome = 'HELD'" + GROUP,
          BY_UNIT + IN_PERIOD + " and s.outcome = 'REFUSED'" + GROUP,
          BY_UNIT + IN_PERIOD + " and s.state = 'CANCELLED'" + GROUP,
          BY_UNIT + "join transit t using (shipment_id)" + IN_PERIOD + GROUP,
          BY_UNIT
              + "join transit t using (shipment_id)"
              + IN_PERIOD
              + " and t.attempted_at <= t.due_at"
              + GROUP,
          BY_UNIT
              + "join transit t using (shipment_id)"
              + IN_PERIOD
              + " and coalesce(t.attempted_at, :asOf) > t.due_at"
              + GROUP,
          BY_UNIT
              + "join transit t using (shipment_id)"
              + IN_PERIOD
              + " and t.due_at is null"
              + GROUP,
          BY_UNIT
              + IN_PERIOD
              + " and s.state = 'DELIVERED' and not exists (select from event e"
              + " where e.shipment_id = s.shipment_id and e.state = 'DELIVERY_FAILED')"
              + GROUP,
          BY_UNIT + "join confirmation c using (shipment_id)" + IN_PERIOD + GROUP,
          BY_UNIT
              + IN_PERIOD
              + " and s.state = 'DELIVERED' and not exists (select from confirmation c"
              + " where c.shipment_id = s.shipment_id)"
              + GROUP,
          BY_UNIT
              + "join quality_answer q using (shipment_id)"
              + IN_PERIOD
              + " and q.agreed"
              + GROUP,
          "select s.service, sum(c.amount), sum(c.vat) from charge c join shipment s using"
              + " (shipment_id)"
              + IN_PERIOD
              + " group by 1");

  private final JdbcClient jdbc;
  private final String province;
  private final Instant asOf;

  public RawFigures(JdbcClient jdbc, String province, Instant asOf) {
    this.jdbc = jdbc;
    this.province = province;
    this.asOf = asOf;
  }

  public void all() {
    for (String sql : ALL) {
      jdbc.sql(sql)
          .param("province", province)
          .param("asOf", Timestamp.from(asOf))
          .query()
          .listOfRows();
    }
  }
}
