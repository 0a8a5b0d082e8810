package vn.kt1.gateway.post;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Parking;
import vn.kt1.gateway.post.PostAnswer.Result;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** What the post's answer to an order means where its cancellation was asked. */
@Component
class CancelledOrders {

  static final String RECEIPT = "receipt";

  private final JdbcClient jdbc;
  private final Parking parking;

  CancelledOrders(JdbcClient jdbc, Parking parking) {
    this.jdbc = jdbc;
    this.parking = parking;
  }

  /**
   * The code system of an answer: what is refused because we asked for it answers that, and is not
   * the post's own no. The caller holds the shipment.
   */
  String system(Result result, String shipmentId) {
    boolean asked =
        result == Result.REFUSED
            && jdbc.sql("select exists (select from cancellation where shipment_id = ?)")
                .param(shipmentId)
                .query(Boolean.class)
                .single();
    return asked ? "cancellation" : RECEIPT;
  }

  /** One that is cancelled travels all the same: only a person can stop it. */
  void travels(String shipmentId) {
    parking.park(
        ParkedCancellations.ROUTE,
        shipmentId,
        new Rejected(Fault.of(Code.ALREADY_ACCEPTED, "")),
        "call-the-post");
  }
}
