package vn.kt1.gateway.incident;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.incident.Refund.Charge;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;

/** An incident as it is shown. */
@Component
class IncidentAnswer {

  private record Served(@Nullable Charge charge, boolean late) {}

  private final JdbcClient jdbc;

  IncidentAnswer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, @Nullable Object> of(Caller caller, Incident incident) {
    AnswerFields shown =
        new AnswerFields()
            .with("incidentId", incident.incidentId())
            .with("kind", incident.kind())
            .with("wrongdoing", incident.wrongdoing())
            .with("finding", incident.finding())
            .with("shipmentId", incident.shipmentId())
            .with("province", incident.province())
            .with("unit", incident.unit())
            .with("raisedBy", incident.raisedBy())
            .with("at", AnswerTimes.show(incident.at()))
            .with("note", incident.note())
            .with("raisedAt", AnswerTimes.show(incident.raisedAt()))
            .with("state", incident.state())
            .with("owner", incident.owner())
            .with("takenAt", AnswerTimes.show(incident.takenAt()))
            .with("answerUntil", AnswerTimes.show(incident.answerUntil()))
            .with("termsSource", Terms.SOURCE)
            .with("termsVerified", Terms.VERIFIED)
            .with("answer", incident.answer())
            .with("answeredAt", AnswerTimes.show(incident.answeredAt()));
    // SECURITY: what is paid back tells the charge, the last day of a claim when it was due; both
    // the
    // degree.
    if (incident.senderCode() != null && caller.seesDegree(incident.senderCode())) {
      shown
          .with("claimUntil", AnswerTimes.show(incident.claimUntil()))
          .with("claimedLate", incident.late())
          .with("refund", refund(incident));
    }
    return shown.done();
  }

  private @Nullable Map<String, @Nullable Object> refund(Incident incident) {
    Served served = served(String.valueOf(incident.shipmentId()));
    Refund due = Refund.of(incident.kind(), served.late(), served.charge());
    return due == null
        ? null
        : new AnswerFields()
            .with("amount", due.amount())
            .with("atLeast", due.atLeast())
            .with("currency", "VND")
            .with("missing", due.missing())
            .with("source", Refund.SOURCE)
            .with("verified", false)
            .done();
  }

  private Served served(String shipmentId) {
    return jdbc.sql(
            """
            select c.amount, c.vat, c.missing,
              coalesce(t.attempted_at > t.due_at, false) and t.excluded is null as late
            from shipment s left join charge c using (shipment_id)
            left join transit t using (shipment_id) where s.shipment_id = ?
            """)
        .param(shipmentId)
        .query(IncidentAnswer::served)
        .single();
  }

  private static Served served(ResultSet row, int number) throws SQLException {
    java.sql.Array missing = row.getArray("missing");
    BigDecimal amount = row.getBigDecimal("amount");
    return new Served(
        missing == null
            ? null
            : new Charge(amount, row.getBigDecimal("vat"), List.of((String[]) missing.getArray())),
        row.getBoolean("late"));
  }
}
