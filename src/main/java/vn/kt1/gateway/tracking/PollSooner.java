package vn.kt1.gateway.tracking;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.tracking.ChangesAnswer.Change;

/**
 * Makes items due now because they may have news, each at most once a minute. A hint does nothing
 * else. Items that are not under way are ignored.
 */
@Component
public class PollSooner {

  private final JdbcClient jdbc;
  private final Clock clock;

  PollSooner(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public void take(Hint hint) {
    if (hint.itemCodes().isEmpty()) {
      return;
    }
    Timestamp now = now();
    jdbc.sql(
            """
            with hinted as (
              select shipment_id from inquiry
              where item_code in (select jsonb_array_elements_text(?::jsonb))
              order by shipment_id for update)
            update inquiry i set hinted_at = ?,
              due_at = least(due_at, greatest(?, asked_at + interval '1 minute'))
            from hinted h where h.shipment_id = i.shipment_id
            """)
        .params(RowJson.write(hint.itemCodes()), now, now)
        .update();
  }

  /** The listed orders that have changed since the last listing. The caller holds a transaction. */
  void listed(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Timestamp now = now();
    jdbc.sql(
            """
            with locked as materialized (
              select shipment_id from inquiry where item_code in (
                select item_code from jsonb_to_recordset(?::jsonb) l (item_code text))
              order by shipment_id for update),
            changed as (
              select distinct on (i.shipment_id) i.shipment_id, c.mark
              from jsonb_to_recordset(?::jsonb) c (item_code text, mark text)
              join inquiry i on i.item_code = c.item_code
              join locked on locked.shipment_id = i.shipment_id
              where i.listed is distinct from c.mark
              order by i.shipment_id, c.mark)
            update inquiry i set listed = c.mark, hinted_at = ?,
              due_at = least(i.due_at, greatest(?, i.asked_at + interval '1 minute'))
            from changed c where c.shipment_id = i.shipment_id
            """)
        .params(RowJson.write(changes), RowJson.write(changes), now, now)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
