package vn.kt1.gateway.incident;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.web.Parameters;

/**
 * What to list: {@code from} inclusive, {@code to} exclusive, on the time an incident was raised.
 */
record IncidentQuery(
    Incident.@Nullable State state,
    @Nullable IncidentKind kind,
    @Nullable String unit,
    @Nullable String shipmentId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Cursor after,
    int limit) {

  /** The last row of the page before. */
  record Cursor(Instant raisedAt, String incidentId) {

    static Cursor read(String text) {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String[] parts = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
      if (parts.length != 2 || !parts[1].matches("[A-Z0-9-]{0,16}")) {
        throw new IllegalArgumentException("not a cursor");
      }
      return new Cursor(Parameters.datable(Instant.parse(parts[0])), parts[1]);
    }

    String written() {
      byte[] bytes = (raisedAt + " " + incidentId).getBytes(StandardCharsets.US_ASCII);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  static IncidentQuery of(Parameters given) {
    IncidentQuery query =
        new IncidentQuery(
            given.read("state", Incident.State::valueOf),
            given.read("kind", IncidentKind::valueOf),
            given.read("unit", UnitCode::normalise),
            given.named("shipmentId", "[A-Z0-9-]{1,16}"),
            given.read("from", Parameters::time),
            given.read("to", Parameters::time),
            given.read("cursor", Cursor::read),
            given.limit());
    given.end();
    return query;
  }

  /** Of those found, one more than {@code limit} where there are more. */
  @Nullable String next(List<Incident> found) {
    if (found.size() <= limit) {
      return null;
    }
    Incident last = found.get(limit - 1);
    return new Cursor(last.raisedAt(), last.incidentId()).written();
  }

  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder();
    add(where, parameters, " and i.state = :state", "state", state == null ? null : state.name());
    add(where, parameters, " and i.kind = :kind", "kind", kind == null ? null : kind.name());
    add(
        where,
        parameters,
        " and (i.unit = :unit or s.sender_code = :unit or s.recipient_code = :unit)",
        "unit",
        unit);
    add(where, parameters, " and i.shipment_id = :shipment", "shipment", shipmentId);
    add(where, parameters, " and i.raised_at >= :from", "from", sql(from));
    add(where, parameters, " and i.raised_at < :to", "to", sql(to));
    if (after != null) {
      where.append(" and (i.raised_at, i.incident_id) < (:afterTime, :afterId)");
      parameters.put("afterTime", Timestamp.from(after.raisedAt()));
      parameters.put("afterId", after.incidentId());
    }
    return where.toString();
  }

  private static @Nullable Timestamp sql(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }

  private static void add(
      StringBuilder where,
      Map<String, Object> parameters,
      String clause,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(clause);
      parameters.put(name, value);
    }
  }
}
