package vn.kt1.gateway.post;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.status.StatusNews;
import vn.kt1.gateway.tracking.PollItems;

/** Under which number of the post a shipment travels: a later receipt may correct it. */
@Component
class ItemCodes {

  private final JdbcClient jdbc;
  private final StatusNews tracking;
  private final PollItems inquiries;
  private final Evidence evidence;

  ItemCodes(JdbcClient jdbc, StatusNews tracking, PollItems inquiries, Evidence evidence) {
    this.jdbc = jdbc;
    this.tracking = tracking;
    this.inquiries = inquiries;
    this.evidence = evidence;
  }

  /** Whether another shipment that is still under way has that item code. */
  boolean taken(ItemCode code, String shipmentId) {
    return jdbc.sql(
            """
            select exists (select from shipment where item_code = ? and shipment_id <> ?
              and state not in ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'ORDER_REFUSED'))
            """)
        .params(code.normalised(), shipmentId)
        .query(Boolean.class)
        .single();
  }

  void give(String shipmentId, ItemCode code) {
    jdbc.sql(
            """
            update shipment set item_code_raw = ?, item_code = ?, item_code_valid = ?
            where shipment_id = ?
            """)
        .params(code.raw(), code.normalised(), code.checkDigitValid(), shipmentId)
        .update();
  }

  /**
   * After its receipt stands on the timeline: applies what waited, and asks the post from now on.
   */
  void appeared(String shipmentId, ItemCode code) {
    tracking.appeared(shipmentId, code);
    inquiries.begin(shipmentId);
  }

  /** The code a corrected one replaces. */
  String replaced(String shipmentId, ItemCode code, String file) {
    String old =
        Optional.ofNullable(
                jdbc.sql("select item_code from shipment where shipment_id = ?")
                    .param(shipmentId)
                    .query(String.class)
                    .single())
            .orElse("");
    give(shipmentId, code);
    evidence.record(
        "gateway",
        "item-code-corrected",
        shipmentId,
        Map.of("from", old, "to", code.normalised(), "file", file));
    return old;
  }
}
