package vn.kt1.gateway.ledger;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;

/**
 * Keeps the rulings that shipments refer to. There are few, and they never change. So one is sent
 * to the database once and is remembered.
 */
@Component
class Rulings {

  static final int REMEMBERED = 10_000;

  /** From the guard of shipments in the database. */
  private static final String UNKNOWN = "a shipment with an unknown ruling";

  private final JdbcClient jdbc;
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  Rulings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes rows that refer to these rulings. When the database does not have one that is remembered
   * (somebody has restored an older one), it refuses the rows; then all are sent and it is tried
   * again.
   */
  <T> T with(List<RulingRow> rulings, Supplier<T> write) {
    keep(rulings);
    try {
      return write.get();
    } catch (DataIntegrityViolationException refused) {
      if (!String.valueOf(refused.getMessage()).contains(UNKNOWN)) {
        throw refused;
      }
      kept.clear();
      keep(rulings);
      return write.get();
    }
  }

  private void keep(List<RulingRow> rulings) {
    List<RulingRow> unknown =
        rulings.stream().filter(ruling -> !kept.contains(ruling.rulingSha256())).toList();
    if (unknown.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into ruling select * from jsonb_populate_recordset(null::ruling, ?::jsonb)
            on conflict do nothing
            """)
        .param(RowJson.write(unknown))
        .update();
    if (kept.size() > REMEMBERED) {
      kept.clear();
    }
    unknown.forEach(ruling -> kept.add(ruling.rulingSha256()));
  }
}
