package vn.kt1.gateway.report.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the shipments of a province for all figures with one query. */
@Component
public class Statistics {

  private static final String TALLIES =
      """
      select secrecy, urgency, network, outcome, state, month, sender_code as unit,
        count(*) as count
      from v_shipment_tally
      where sender_province = ? and handed_off_at >= ? and handed_off_at < ?
      group by secrecy, urgency, network, outcome, state, month, sender_code
      """;

  private final JdbcClient jdbc;

  Statistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every figure over what was handed off from {@code from} until before {@code to}. */
  public List<Counted> count(String province, Instant from, Instant to) {
    List<ShipmentTally> tallies =
        jdbc.sql(TALLIES)
            .params(province, Timestamp.from(from), Timestamp.from(to))
            .query(ShipmentTally.class)
            .list();
    return Figures.ALL.stream().map(figure -> Counted.of(figure, tallies)).toList();
  }
}
