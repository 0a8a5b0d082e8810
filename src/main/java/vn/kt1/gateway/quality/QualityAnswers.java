package vn.kt1.gateway.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.quality.QualityStatement.Said;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.VietnamTime;

/** Keeps what a unit says of the rows of its month. The same said twice is said once. */
@Component
public class QualityAnswers {

  /** A row of the table. */
  private record Kept(
      String shipmentId,
      String unit,
      boolean agreed,
      @Nullable String reason,
      String role,
      String channel,
      Instant answeredAt) {}

  private final JdbcClient jdbc;
  private final QualityRows rows;
  private final QualitySettings settings;
  private final Evidence evidence;
  private final Clock clock;

  QualityAnswers(
      JdbcClient jdbc, QualityRows rows, QualitySettings settings, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.settings = settings;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * All of it or nothing.
   *
   * @throws Rejected when the month is closed, or with every row that is not the unit's
   */
  @Transactional
  public void take(Caller caller, Actor actor, QualityStatement statement) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (VietnamTime.day(now).isAfter(settings.lastDay(statement.month()))) {
      throw new Rejected(
          Fault.of(
              Code.BAD_PARAMETER,
              "/month",
              "quality-closed",
              String.valueOf(settings.closedAfterDays())));
    }
    // Two answers at once would each compare with the same last one.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('quality ' || ?))")
        .param(statement.unit())
        .query()
        .listOfRows();
    Map<String, QualityRow> standing = new LinkedHashMap<>();
    rows.of(statement.unit(), statement.month())
        .forEach(row -> standing.put(row.shipmentId(), row));
    List<Said> fresh = fresh(statement, standing);
    if (!fresh.isEmpty()) {
      keep(caller, statement, fresh, now);
      tell(caller, actor, statement, fresh);
    }
  }

  private static List<Said> fresh(QualityStatement statement, Map<String, QualityRow> standing) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Said> said = new LinkedHashMap<>();
    for (Said one : statement.rows()) {
      if (!standing.containsKey(one.shipmentId())) {
        // SECURITY: another's shipment and none at all are one answer.
        faults.add(one.fault(Code.UNKNOWN_ITEM, "quality"));
      } else if (said.putIfAbsent(one.shipmentId(), one) != null) {
        faults.add(one.fault(Code.DUPLICATE_ID, "quality"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    if (statement.all()) {
      standing.keySet().forEach(id -> said.putIfAbsent(id, new Said("", null, id, true, null)));
    }
    return said.values().stream()
        .filter(one -> changes(one, Objects.requireNonNull(standing.get(one.shipmentId()))))
        .toList();
  }

  private static boolean changes(Said said, QualityRow row) {
    return row.agreed() == null
        || row.agreed() != said.agreed()
        || !Objects.equals(row.reason(), said.reason());
  }

  private void keep(Caller caller, QualityStatement statement, List<Said> fresh, Instant now) {
    List<Kept> kept =
        fresh.stream()
            .map(
                one ->
                    new Kept(
                        one.shipmentId(),
                        statement.unit(),
                        one.agreed(),
                        one.reason(),
                        caller.role().name(),
                        statement.channel().name(),
                        now))
            .toList();
    jdbc.sql(
            """
            insert into quality_answer
              (shipment_id, unit, agreed, reason, role, channel, answered_at)
            select shipment_id, unit, agreed, reason, role, channel, answered_at
            from jsonb_to_recordset(?::jsonb) as said (shipment_id text, unit text, agreed boolean,
              reason text, role text, channel text, answered_at timestamptz)
            """)
        .param(RowJson.write(kept))
        .update();
  }

  private void tell(Caller caller, Actor actor, QualityStatement statement, List<Said> fresh) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("month", statement.month().toString());
    detail.put("role", caller.role().name());
    detail.put("channel", statement.channel().name());
    detail.put("agreed", fresh.stream().filter(Said::agreed).count());
    detail.put("objected", fresh.stream().filter(one -> !one.agreed()).count());
    evidence.record(actor, "quality-answered", statement.unit(), null, detail);
  }
}
