package vn.kt1.gateway.report.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.report.figures.Figure.Of;

/**
 * Counts all figures with one query: whole months from what was counted of them, the days around
 * them from the shipments.
 */
@Component
public class Statistics {

  /** The columns by which {@code report_rollup} counts. */
  static final String BY =
      "unit, secrecy, urgency, network, service, zone, outcome, state, timing, first_try,"
          + " confirmed, said, outside";

  private static final String SENT =
      """
      tally as materialized (
        select month, %s, n, amount, vat, uncharged from report_rollup
        where province = :province and month between :firstMonth and :lastMonth
        union all
        select month, %s, count(*), sum(amount), sum(vat), count(*) filter (where uncharged)
        from report_fact(:asOf)
        where province = :province and (handed_off_at >= :begin and handed_off_at < :firstWhole
          or handed_off_at >= :lastWhole and handed_off_at < :end)
        group by month, %s)
      """
          .formatted(BY, BY, BY);

  private static final String RECEIVED =
      """
      received as materialized (
        select to_char(handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
          recipient_code as unit, coalesce(network, '') as network, outcome, state, count(*) as n
        from shipment
        where recipient_code = any (:units) and handed_off_at >= :begin and handed_off_at < :end
        group by 1, 2, 3, 4, 5)
      """;

  /** Those that name no shipment stand with nobody's unit. */
  private static final String INCIDENTS =
      """
      raised as materialized (
        select to_char(i.raised_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
          coalesce(s.sender_code, i.unit, '-') as unit, i.kind, i.state = 'ANSWERED' as answered,
          count(*) as n
        from incident i left join shipment s using (shipment_id)
        where coalesce(i.province, :province) = :province and i.raised_at >= :begin
          and i.raised_at < :end
        group by 1, 2, 3, 4)
      """;

  private static final String ALL =
      "with "
          + SENT
          + ", "
          + RECEIVED
          + ", "
          + INCIDENTS
          + Figures.ALL.stream().map(Figure::sql).collect(Collectors.joining(" union all "));

  private record Row(String figure, FigureCell cell) {}

  private final JdbcClient jdbc;
  private final Rollups rollups;

  public Statistics(JdbcClient jdbc, Rollups rollups) {
    this.jdbc = jdbc;
    this.rollups = rollups;
  }

  /** Every figure over the days asked for, as of that moment. */
  @Transactional
  public List<Counted> count(Asked asked) {
    rollups.refresh(asked.asOf());
    return counted(jdbc.sql(ALL).params(asked.parameters()).query(Statistics::row).list());
  }

  private static List<Counted> counted(List<Row> rows) {
    Map<String, List<FigureCell>> cells =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    Row::figure, HashMap::new, Collectors.mapping(Row::cell, Collectors.toList())));
    return Figures.ALL.stream()
        .map(figure -> Counted.of(figure, cells.getOrDefault(figure.key(), List.of())))
        .toList();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Map<Dimension, String> dims = new EnumMap<>(Dimension.class);
    for (Dimension dim : Dimension.values()) {
      String value = row.getString(dim.key());
      if (value != null) {
        dims.put(dim, value);
      }
    }
    return new Row(row.getString("figure"), new FigureCell(0, dims, row.getLong("value"), false));
  }

  /**
   * The shipments behind a cell, by id; one more than {@code limit} where there are more. A dim
   * that is {@code ALL} stands for every value.
   */
  @Transactional
  public List<String> shipments(
      Asked asked, Figure figure, FigureCell cell, String after, int limit) {
    Map<String, Object> parameters = new HashMap<>(asked.parameters());
    parameters.put("after", after);
    parameters.put("limit", limit);
    StringBuilder where = new StringBuilder(figure.where() + " and " + figure.measure().opens);
    cell.dims()
        .forEach(
            (dim, value) -> {
              if (!value.equals(SmallCells.ALL)) {
                where.append(" and ").append(dim.key()).append(" = :").append(dim.key());
                parameters.put(dim.key(), value);
              }
            });
    return jdbc.sql(FACTS.get(figure.of()).formatted(where))
        .params(parameters)
        .query(String.class)
        .list();
  }

  private static final Map<Of, String> FACTS =
      Map.of(
          Of.SENT,
          """
          select shipment_id from report_fact(:asOf)
          where province = :province and handed_off_at >= :begin and handed_off_at < :end
            and shipment_id > :after and %s
          order by shipment_id limit :limit
          """,
          Of.RECEIVED,
          """
          select shipment_id from (
            select *, to_char(handed_off_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
              recipient_code as unit
            from shipment where recipient_code = any (:units)) received
          where handed_off_at >= :begin and handed_off_at < :end and shipment_id > :after and %s
          order by shipment_id limit :limit
          """,
          Of.INCIDENTS,
          """
          select distinct shipment_id from (
            select i.shipment_id, i.kind, i.state = 'ANSWERED' as answered,
              to_char(i.raised_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month,
              coalesce(s.sender_code, i.unit, '-') as unit
            from incident i left join shipment s using (shipment_id)
            where coalesce(i.province, :province) = :province and i.raised_at >= :begin
              and i.raised_at < :end) raised
          where shipment_id > :after and %s
          order by shipment_id limit :limit
          """);
}
