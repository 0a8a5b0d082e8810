package vn.kt1.gateway.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;

/** Reads and writes the register. An incident of others does not exist for a caller. */
@Component
class IncidentBook {

  private static final String SELECT =
      """
      select i.*, c.finding, s.sender_code from incident i
      left join confirmation c using (confirmation_id)
      left join shipment s on s.shipment_id = i.shipment_id
      """;

  private final JdbcClient jdbc;

  IncidentBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when this incident is in the register already. */
  boolean write(String id, Raised raised, Instant now, @Nullable Instant claim, Instant answer) {
    return jdbc.sql(
                """
                insert into incident (incident_id, kind, wrongdoing, shipment_id, confirmation_id,
                  province, unit, partner, raised_by, at, note, raised_at, claim_until, answer_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(id, raised.kind().name(), raised.wrongdoing())
            .param(raised.shipmentId())
            .param(raised.confirmationId())
            .param(raised.province())
            .param(raised.unit())
            .param(raised.partner())
            .params(raised.by().name(), Timestamp.from(raised.at()))
            .param(raised.note())
            .param(Timestamp.from(now))
            .param(claim == null ? null : Timestamp.from(claim))
            .param(Timestamp.from(answer))
            .update()
        == 1;
  }

  /** The incident that stands in the way of another such one. */
  String same(Raised raised) {
    return jdbc.sql(
            """
            select incident_id from incident
            where confirmation_id = :confirmation or :confirmation::uuid is null
              and confirmation_id is null and kind = :kind
              and wrongdoing = :wrongdoing and at = :at
              and raised_by = :by and province is not distinct from :province
              and shipment_id is not distinct from :shipment
              and unit is not distinct from :unit
            """)
        .param("confirmation", raised.confirmationId())
        .param("kind", raised.kind().name())
        .param("wrongdoing", raised.wrongdoing())
        .param("at", Timestamp.from(raised.at()))
        .param("by", raised.by().name())
        .param("province", raised.province())
        .param("shipment", raised.shipmentId())
        .param("unit", raised.unit())
        .query(String.class)
        .single();
  }

  /** When the shipment was accepted and is due, both null where nobody knows. */
  Terms.Times times(@Nullable String shipmentId) {
    return jdbc.sql("select due_at, accepted_at from transit where shipment_id = ?")
        .param(shipmentId)
        .query((row, number) -> new Terms.Times(time(row, "due_at"), time(row, "accepted_at")))
        .optional()
        .orElse(Terms.Times.UNKNOWN);
  }

  Optional<Incident> one(Caller caller, String incidentId) {
    Map<String, Object> parameters = new HashMap<>(visible(caller));
    parameters.put("id", incidentId);
    return jdbc.sql(SELECT + " where i.incident_id = :id and " + VISIBLE.get(kind(caller)))
        .params(parameters)
        .query(IncidentBook::read)
        .optional();
  }

  /** The newest first; one more than {@code limit} where there are more. */
  List<Incident> page(Caller caller, IncidentQuery query) {
    Map<String, Object> parameters = new HashMap<>(visible(caller));
    String where = query.where(parameters);
    return jdbc.sql(
            SELECT
                + " where "
                + VISIBLE.get(kind(caller))
                + where
                + " order by i.raised_at desc, i.incident_id desc limit :limit")
        .params(parameters)
        .param("limit", query.limit() + 1)
        .query(IncidentBook::read)
        .list();
  }

  private enum Sight {
    ALL,
    PROVINCE,
    UNITS
  }

  // SECURITY: every read of the register has one of these.
  private static final Map<Sight, String> VISIBLE =
      Map.of(
          Sight.ALL, "true",
          Sight.PROVINCE,
              "(i.province = :ownProvince or i.province is null or exists (select from dispatch d"
                  + " where d.kind = 'INCIDENT' and d.occasion = 'incident ' || i.incident_id"
                  + " and d.recipient = 'DEPARTMENT ' || :ownProvince))",
          Sight.UNITS,
              "(i.unit in (:units) or i.partner = :partner or s.sender_code in (:units)"
                  + " or s.recipient_code in (:units))");

  private static Sight kind(Caller caller) {
    if (caller.readsAll()) {
      return Sight.ALL;
    }
    return caller.role() == Role.DEPARTMENT ? Sight.PROVINCE : Sight.UNITS;
  }

  private static Map<String, Object> visible(Caller caller) {
    return switch (kind(caller)) {
      case ALL -> Map.of();
      case PROVINCE -> Map.of("ownProvince", String.valueOf(caller.province()));
      // A login without units sees nothing; an empty list is not valid in SQL.
      case UNITS ->
          Map.of(
              "units",
              caller.units().isEmpty() ? Set.of("") : caller.units(),
              "partner",
              caller.role() == Role.PARTNER ? caller.name() : "");
    };
  }

  Optional<Incident> locked(String incidentId) {
    return jdbc.sql(SELECT + " where i.incident_id = ? for update of i")
        .param(incidentId)
        .query(IncidentBook::read)
        .optional();
  }

  void take(String incidentId, String owner, Instant now) {
    jdbc.sql("update incident set state = 'TAKEN', owner = ?, taken_at = ? where incident_id = ?")
        .params(owner, Timestamp.from(now), incidentId)
        .update();
  }

  void answer(String incidentId, String answer, String owner, Instant now) {
    jdbc.sql(
            """
            update incident set state = 'ANSWERED', answer = ?, answered_at = ?,
              owner = coalesce(owner, ?)
            where incident_id = ?
            """)
        .params(answer, Timestamp.from(now), owner, incidentId)
        .update();
  }

  /** Those nobody has answered in time, each named once; at most so many. */
  List<String> overdue(Instant now, int most) {
    return jdbc.sql(
            """
            update incident set told_late_at = :now where incident_id in (
              select incident_id from incident
              where state <> 'ANSWERED' and told_late_at is null and answer_until < :now
              order by answer_until limit :most for update skip locked)
            returning incident_id
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(String.class)
        .list();
  }

  private static Incident read(ResultSet row, int number) throws SQLException {
    return new Incident(
        row.getString("incident_id"),
        IncidentKind.valueOf(row.getString("kind")),
        row.getBoolean("wrongdoing"),
        row.getString("shipment_id"),
        row.getString("finding"),
        row.getString("province"),
        row.getString("unit"),
        row.getString("raised_by"),
        row.getTimestamp("at").toInstant(),
        row.getString("note"),
        row.getTimestamp("raised_at").toInstant(),
        Incident.State.valueOf(row.getString("state")),
        row.getString("owner"),
        time(row, "taken_at"),
        time(row, "claim_until"),
        row.getTimestamp("answer_until").toInstant(),
        row.getString("answer"),
        time(row, "answered_at"),
        row.getString("sender_code"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
