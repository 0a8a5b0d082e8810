package vn.kt1.gateway.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.statement.StatementHead.UsedTariff;
import vn.kt1.gateway.statement.StatementRow.Part;
import vn.kt1.gateway.statement.StatementRow.Price;

/** What the post has accepted from a unit in a month, by KT1, with what it costs. */
@Component
class ChargedShipments {

  private final JdbcClient jdbc;

  ChargedShipments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A shipment that was accepted and has no charge yet counts by its first event that says so; it
   * is looked for among those handed over within a year before.
   */
  List<StatementRow> of(String unit, YearMonth month) {
    return jdbc.sql(
            """
            select s.shipment_id, s.item_code, s.service, coalesce(c.accepted_at, a.at) as accepted_at,
              c.zone, c.weight_grams, c.parts, c.amount, c.vat_percent, c.vat, c.missing,
              c.tariff, c.tariff_sha256,
              s.state = 'LOST' or (s.state not in ('DELIVERED', 'RETURNED') and exists (
                select from incident i where i.shipment_id = s.shipment_id and i.kind = 'LOSS')) as loss,
              coalesce(t.attempted_at > t.due_at and t.excluded is null, false) as late
            from shipment s
            left join charge c on c.shipment_id = s.shipment_id
            left join transit t on t.shipment_id = s.shipment_id
            left join lateral (
              select min(e.occurred_at) as at from event e
              where e.shipment_id = s.shipment_id and e.state = 'ACCEPTED' and e.corrected_by is null
                and c.shipment_id is null and s.handed_off_at > cast(:from as timestamptz) - interval '1 year') a on true
            where s.sender_code = :unit and s.network = 'KT1'
              and coalesce(c.accepted_at, a.at) >= :from and coalesce(c.accepted_at, a.at) < :to
            """)
        .param("unit", unit)
        .param("from", begins(month))
        .param("to", begins(month.plusMonths(1)))
        .query((row, number) -> row(row))
        .list();
  }

  /** When a month begins in Vietnam. */
  static Timestamp begins(YearMonth month) {
    return Timestamp.from(month.atDay(1).atStartOfDay(VietnamTime.VIETNAM).toInstant());
  }

  private static StatementRow row(ResultSet row) throws SQLException {
    Price price = price(row);
    return new StatementRow(
        row.getString("shipment_id"),
        row.getString("item_code"),
        at(row, "accepted_at"),
        row.getString("service"),
        row.getString("zone"),
        row.getObject("weight_grams", Integer.class),
        price == null ? List.of() : parts(row.getString("parts")),
        price,
        price == null ? missing(row) : List.of(),
        row.getBoolean("loss"),
        row.getBoolean("late"));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static @Nullable Price price(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    BigDecimal percent = row.getBigDecimal("vat_percent");
    return amount == null || percent == null
        ? null
        : new Price(
            amount.longValueExact(),
            percent,
            row.getBigDecimal("vat").longValueExact(),
            row.getString("tariff"),
            row.getString("tariff_sha256"));
  }

  /** Of a shipment nobody has charged yet the charge itself is missing. */
  private static List<String> missing(ResultSet row) throws SQLException {
    var words = row.getArray("missing");
    List<String> said = words == null ? List.of() : List.of((String[]) words.getArray());
    return said.isEmpty() ? List.of("charge") : said;
  }

  static List<Part> parts(String json) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : RowJson.read(json, JsonNode.class)) {
      parts.add(new Part(part.path("part").asText(), part.path("amount").longValue()));
    }
    return parts;
  }

  /** The price tables these rows rest on. */
  List<UsedTariff> tariffs(Collection<StatementRow> rows) {
    List<String> digests =
        rows.stream()
            .map(StatementRow::price)
            .filter(Objects::nonNull)
            .flatMap(price -> Stream.ofNullable(price.sha256()))
            .distinct()
            .toList();
    return digests.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select tariff, sha256, valid_from, valid_to, source, verified from tariff
                where sha256 in (:digests) order by valid_from, tariff, sha256
                """)
            .param("digests", digests)
            .query((row, number) -> tariff(row))
            .list();
  }

  private static UsedTariff tariff(ResultSet row) throws SQLException {
    return new UsedTariff(
        row.getString("tariff"),
        row.getString("sha256"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("source"),
        row.getBoolean("verified"));
  }
}
