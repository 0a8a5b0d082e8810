package vn.kt1.gateway.reconciliation;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Shows what does not fit together to those whom it concerns. */
@Component
public class DifferenceDesk {

  /** Open ones are what matters; all of them are history. */
  private enum Which {
    OPEN,
    ALL
  }

  private record Cursor(Instant seenAt, long id) {
    static Cursor read(String text) {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String[] parts = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
      if (parts.length != 2 || !parts[1].matches("[0-9]{1,18}")) {
        throw new IllegalArgumentException("not a cursor");
      }
      return new Cursor(Parameters.datable(Instant.parse(parts[0])), Long.parseLong(parts[1]));
    }

    String written() {
      byte[] bytes = (seenAt + " " + id).getBytes(StandardCharsets.US_ASCII);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  private record Found(Cursor place, Map<String, @Nullable Object> shown) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  DifferenceDesk(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public HttpAnswer list(Call call) {
    Parameters given = Parameters.of(call);
    Which which = given.read("state", text -> Which.valueOf(text.toUpperCase(Locale.ROOT)));
    DifferenceKind kind = given.read("kind", DifferenceKind::valueOf);
    String unit = given.read("unit", UnitCode::normalise);
    Cursor after = given.read("cursor", Cursor::read);
    int limit = given.limit();
    given.end();
    Map<String, Object> parameters = new HashMap<>();
    StringBuilder where = new StringBuilder(visible(call.caller(), parameters));
    where.append(which == Which.ALL ? "" : " and d.resolved_at is null");
    and(where, parameters, " and d.kind = :kind", "kind", kind == null ? null : kind.name());
    and(where, parameters, " and d.unit = :unit", "unit", unit);
    if (after != null) {
      where.append(" and (d.first_seen_at, d.difference_id) < (:afterTime, :afterId)");
      parameters.put("afterTime", Timestamp.from(after.seenAt()));
      parameters.put("afterId", after.id());
    }
    List<Found> found = found(where.toString(), parameters, limit, call.locale());
    return HttpAnswer.ok(
        new AnswerFields()
            .with("items", found.stream().limit(limit).map(Found::shown).toList())
            .with(
                "nextCursor", found.size() > limit ? found.get(limit - 1).place().written() : null)
            .done());
  }

  private List<Found> found(
      String where, Map<String, Object> parameters, int limit, Locale locale) {
    Instant now = clock.instant();
    return jdbc.sql(
            "select d.* from difference d where "
                + where
                + " order by d.first_seen_at desc, d.difference_id desc limit :limit")
        .params(parameters)
        .param("limit", limit + 1)
        .query((row, number) -> found(row, now, locale))
        .list();
  }

  /** SECURITY: whom a difference concerns. */
  private static String visible(Caller caller, Map<String, Object> parameters) {
    if (caller.readsAll()) {
      return "true";
    }
    if (caller.role() == Role.DEPARTMENT) {
      parameters.put("ownProvince", String.valueOf(caller.province()));
      return "d.province = :ownProvince";
    }
    parameters.put("units", caller.units().isEmpty() ? Set.of("") : caller.units());
    return "d.unit in (:units)";
  }

  private static void and(
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

  private static Found found(ResultSet row, Instant now, Locale locale) throws SQLException {
    Instant since = row.getTimestamp("since").toInstant();
    Instant seen = row.getTimestamp("first_seen_at").toInstant();
    Timestamp resolved = row.getTimestamp("resolved_at");
    java.sql.Date month = row.getDate("month");
    Text kind = Text.of("difference." + row.getString("kind"));
    return new Found(
        new Cursor(seen, row.getLong("difference_id")),
        new AnswerFields()
            .with("kind", row.getString("kind"))
            .with("detail", kind.in(locale))
            .with("shipmentId", row.getString("shipment_id"))
            .with("itemCode", row.getString("item_code"))
            .with("month", month == null ? null : month.toString().substring(0, 7))
            .with("province", row.getString("province"))
            .with("unit", row.getString("unit"))
            .with("since", AnswerTimes.show(since))
            .with("ageDays", Duration.between(since, now).toDays())
            .with("firstSeenAt", AnswerTimes.show(seen))
            .with("resolvedAt", resolved == null ? null : AnswerTimes.show(resolved.toInstant()))
            .done());
  }
}
