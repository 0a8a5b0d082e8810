package vn.kt1.gateway.evidence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Recomputes the digests of evidence. A row that was changed without the gateway does not match its
 * digest.
 */
@Component
public class EvidenceCheck {

  private final JdbcClient jdbc;

  EvidenceCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many of the newest rows were checked, and the numbers of those that do not match. */
  public record Found(int rows, List<Long> broken) {}

  public Found newest(int rows) {
    record Fit(long seq, boolean fits) {}
    List<Fit> looked =
        jdbc.sql(
                """
                select seq, at, actor, act, subject, detail, sha256 from evidence
                order by seq desc limit ?
                """)
            .param(rows)
            .query(
                (row, number) -> {
                  String leaf =
                      EvidenceRow.leaf(
                          row.getTimestamp("at").toInstant(),
                          row.getString("actor"),
                          row.getString("act"),
                          row.getString("subject"),
                          row.getString("detail"));
                  return new Fit(
                      row.getLong("seq"), Sha256.of(leaf).equals(row.getString("sha256")));
                })
            .list();
    return new Found(
        looked.size(), looked.stream().filter(fit -> !fit.fits()).map(Fit::seq).toList());
  }
}
