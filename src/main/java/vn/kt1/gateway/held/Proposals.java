package vn.kt1.gateway.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Network;

/**
 * The answers that wait for a second person, one for each shipment. The database deletes them when
 * the shipment is no longer held.
 */
@Component
class Proposals {

  private final JdbcClient jdbc;

  Proposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Proposal> of(String shipmentId) {
    return jdbc.sql("select * from resolution_proposal where shipment_id = ?")
        .param(shipmentId)
        .query(Proposals::read)
        .optional();
  }

  private static Proposal read(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getString("proposed_by"),
        row.getString("role"),
        row.getTimestamp("proposed_at").toInstant(),
        RowJson.read(row.getString("answer"), Answer.class),
        Network.valueOf(row.getString("opens")));
  }

  /** Replaces the earlier one. */
  void keep(String shipmentId, Proposal proposal) {
    drop(shipmentId);
    jdbc.sql(
            """
            insert into resolution_proposal
              (shipment_id, proposed_by, role, answer, opens, proposed_at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(shipmentId, proposal.by(), proposal.role(), RowJson.write(proposal.answer()))
        .params(proposal.opens().name(), Timestamp.from(proposal.at()))
        .update();
  }

  void drop(String shipmentId) {
    jdbc.sql("delete from resolution_proposal where shipment_id = ?").param(shipmentId).update();
  }
}
