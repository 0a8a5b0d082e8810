package vn.kt1.gateway.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.ledger.RulingRow;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Network;

/** The book of answers to held shipments, each with the decision before and after it. */
@Component
class ResolutionBook {

  /** {@code opened} is the network by which the shipment goes. */
  record Entry(
      int number,
      String by,
      @Nullable String secondPerson,
      Answer answer,
      @Nullable Network opened) {

    /** Whether this login gave this answer just before, alone or as the second person. */
    boolean isOf(String login, Answer said) {
      boolean confirmed =
          login.equals(secondPerson)
              && (said.silent() || opened != null && said.only(opened) || said.equals(answer));
      return confirmed || by.equals(login) && said.equals(answer);
    }
  }

  private final JdbcClient jdbc;

  ResolutionBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Entry> last(String shipmentId) {
    return jdbc.sql("select * from resolution where shipment_id = ? order by number desc limit 1")
        .param(shipmentId)
        .query(ResolutionBook::read)
        .optional();
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    String network = row.getString("network_after");
    return new Entry(
        row.getInt("number"),
        row.getString("answered_by"),
        row.getString("second_person"),
        RowJson.read(row.getString("answer"), Answer.class),
        network == null ? null : Network.valueOf(network));
  }

  void write(HeldRow before, Caller caller, Deliberation.Applied applied, Instant now) {
    Proposal proposed = applied.proposed();
    Decision after = applied.decision();
    keepRuling(after);
    jdbc.sql(
            """
            insert into resolution (shipment_id, number, answered_by, role, answer, answered_at,
              second_person, second_role, applied_at, outcome_before, reasons_before,
              warnings_before, ruling_before, outcome_after, network_after, service_after,
              reasons_after, warnings_after, ruling_after)
            values (?, (select count(*) + 1 from resolution where shipment_id = ?), ?, ?, ?::jsonb,
              ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            """)
        .params(before.shipmentId(), before.shipmentId())
        .param(proposed == null ? caller.name() : proposed.by())
        .param(proposed == null ? caller.role().name() : proposed.role())
        .param(RowJson.write(applied.answer()))
        .param(Timestamp.from(proposed == null ? now : proposed.at()))
        .param(proposed == null ? null : caller.name())
        .param(proposed == null ? null : caller.role().name())
        .param(Timestamp.from(now))
        .params(before.outcome().name(), before.reasons(), before.warnings())
        .param(before.ruling())
        .param(after.outcome().name())
        .param(name(after.network()))
        .param(service(after))
        .params(RowJson.write(after.reasons()), RowJson.write(after.warnings()))
        .param(ruling(after))
        .update();
  }

  private void keepRuling(Decision decision) {
    jdbc.sql(
            """
            insert into ruling select * from jsonb_populate_recordset(null::ruling, ?::jsonb)
            on conflict do nothing
            """)
        .param(RowJson.write(RulingRow.of(List.of(decision))))
        .update();
  }

  static @Nullable String ruling(Decision decision) {
    return decision.ruling() == null ? null : RulingRow.sha256(decision.ruling());
  }

  static @Nullable String service(Decision decision) {
    return decision.service() == null ? null : decision.service().name();
  }

  static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
