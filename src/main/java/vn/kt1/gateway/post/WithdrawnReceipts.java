package vn.kt1.gateway.post;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.tracking.PollItems;

/** What a receipt has brought and goes with it: then the order waits for its answer again. */
@Component
class WithdrawnReceipts {

  private final JdbcClient jdbc;
  private final PollItems items;

  WithdrawnReceipts(JdbcClient jdbc, PollItems items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  /** Its answers are kept and count no more; the same again with its old time is a duplicate. */
  void withdrawn(String shipmentId) {
    jdbc.sql(
            """
            with waits as (
              update post_order set answered_at = null where shipment_id = ? returning order_id)
            update post_answer set first = false, withdrawn = true
            where order_id in (select order_id from waits)
            """)
        .param(shipmentId)
        .update();
    items.end(shipmentId);
    jdbc.sql(
            """
            update shipment set item_code_raw = null, item_code = null, item_code_valid = null
            where shipment_id = ?
            """)
        .param(shipmentId)
        .update();
  }
}
