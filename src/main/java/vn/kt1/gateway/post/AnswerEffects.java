package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.ledger.Timeline;
import vn.kt1.gateway.post.PostAnswer.Result;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;

/** What an answer of the post does to the shipment it is about. */
@Component
class AnswerEffects {

  static final String CORRECTED = "ITEM_CODE_CORRECTED";

  private final JdbcClient jdbc;
  private final Timeline news;
  private final ItemCodes itemCodes;
  private final CancelledOrders cancelled;
  private final OrderCopies copies;
  private final PostTroubles troubles;
  private final Clock clock;

  AnswerEffects(
      JdbcClient jdbc,
      Timeline news,
      ItemCodes itemCodes,
      CancelledOrders cancelled,
      OrderCopies copies,
      PostTroubles troubles,
      Clock clock) {
    this.jdbc = jdbc;
    this.news = news;
    this.itemCodes = itemCodes;
    this.cancelled = cancelled;
    this.copies = copies;
    this.troubles = troubles;
    this.clock = clock;
  }

  void first(PostAnswer answer, String shipmentId, String file) {
    jdbc.sql("update post_order set answered_at = ? where order_id = ?")
        .params(Timestamp.from(clock.instant()), answer.orderId())
        .update();
    copies.answered(answer.orderId());
    String system = cancelled.system(answer.result(), shipmentId);
    if (answer.result() == Result.REFUSED && system.equals(CancelledOrders.RECEIPT)) {
      troubles.refused(answer.orderId(), file);
    }
    ItemCode code = answer.itemCode();
    if (code != null) {
      itemCodes.give(shipmentId, code);
    }
    tell(shipmentId, event(answer, system, answer.result().name(), answer.reason()));
    if (code != null) {
      itemCodes.appeared(shipmentId, code);
    }
  }

  /** The timeline shows both codes; where the shipment stands does not change by it. */
  void corrected(PostAnswer answer, String shipmentId, String file) {
    ItemCode code = Objects.requireNonNull(answer.itemCode());
    String old = itemCodes.replaced(shipmentId, code, file);
    String both = old + " \u2192 " + code.normalised();
    tell(shipmentId, event(answer, CancelledOrders.RECEIPT, CORRECTED, both));
    itemCodes.appeared(shipmentId, code);
  }

  /** A cancelled one that was accepted afterwards: shown, and moved by nothing. */
  void contradicted(PostAnswer answer, String shipmentId, ShipmentState state) {
    if (state == ShipmentState.CANCELLED && answer.result() == Result.ACCEPTED) {
      tell(
          shipmentId,
          event(answer, CancelledOrders.RECEIPT, answer.result().name(), answer.reason()));
      cancelled.travels(shipmentId);
    }
  }

  private void tell(String shipmentId, TrackingEvent event) {
    news.add(Timeline.Channel.FILE, List.of(new Timeline.Item(shipmentId, event)));
  }

  private TrackingEvent event(
      PostAnswer answer, String source, String code, @Nullable String text) {
    ItemCode item = answer.itemCode();
    return new TrackingEvent(
        answer.row(),
        source,
        item == null ? new ItemCode("", "", false) : item,
        code,
        text,
        answer.at() == null ? clock.instant() : answer.at(),
        answer.postOffice(),
        null,
        false);
  }
}
