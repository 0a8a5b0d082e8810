package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostAnswer;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;

/** The post's answers to our orders: the first one counts, another is kept and shown. */
@Component
public class PostAnswers {

  private record Ordered(
      String shipmentId, boolean answered, ShipmentState state, @Nullable String correlationId) {}

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final News news;
  private final Tracking tracking;
  private final Inquiries inquiries;
  private final CancelledOrders cancelled;
  private final OrderCopies copies;
  private final PostTroubles troubles;
  private final Clock clock;

  PostAnswers(
      JdbcClient jdbc,
      PostFiles files,
      News news,
      Tracking tracking,
      Inquiries inquiries,
      CancelledOrders cancelled,
      OrderCopies copies,
      PostTroubles troubles,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.news = news;
    this.tracking = tracking;
    this.inquiries = inquiries;
    this.cancelled = cancelled;
    this.copies = copies;
    this.troubles = troubles;
    this.clock = clock;
  }

  public Result apply(PostFile<PostAnswer> file) {
    return files.once("receipt", file.name(), file.sha256(), () -> applyRows(file));
  }

  private Result applyRows(PostFile<PostAnswer> file) {
    PostFiles.Counts counts = new PostFiles.Counts();
    List<RowFault> faults = new ArrayList<>(file.faults());
    for (PostAnswer answer : file.rows()) {
      RowFault fault = apply(file.name(), answer, counts);
      if (fault != null) {
        faults.add(fault);
      }
    }
    return PostFiles.result(file.rowCount(), counts, faults, file.warnings());
  }

  private @Nullable RowFault apply(String file, PostAnswer answer, PostFiles.Counts counts) {
    copies.lock(answer.orderId());
    Ordered ordered = ordered(answer.orderId()).orElse(null);
    if (ordered == null) {
      return RowFault.of(answer.row(), Fault.Code.UNKNOWN_ORDER, "row");
    }
    String named = answer.shipmentId();
    if (named != null && !named.equals(ordered.shipmentId())) {
      return RowFault.of(answer.row(), Fault.Code.BAD_VALUE, "other-shipment");
    }
    if (!ordered.answered() && taken(answer, ordered.shipmentId())) {
      return RowFault.of(answer.row(), Fault.Code.BAD_VALUE, "item-taken");
    }
    if (!keep(answer, !ordered.answered())) {
      counts.duplicates++;
      return null;
    }
    if (ordered.answered()) {
      troubles.contradicted(answer.orderId());
      tooLate(answer, ordered);
      return RowFault.of(answer.row(), Fault.Code.BAD_VALUE, "contradicts");
    }
    effect(answer, ordered.shipmentId());
    Trail.answered(
        ordered.correlationId(),
        answer.orderId(),
        ordered.shipmentId(),
        answer.result().name(),
        file);
    counts.applied++;
    return null;
  }

  /** The shipment is locked too: a cancellation is asked before this, or finds the answer. */
  private Optional<Ordered> ordered(String orderId) {
    return jdbc.sql(
            """
            select o.shipment_id, o.answered_at is not null as answered, s.state, h.correlation_id
            from post_order o join shipment s on s.shipment_id = o.shipment_id
            join hand_off h on h.hand_off_key = s.hand_off_key
            where o.order_id = ? for no key update of o, s
            """)
        .param(orderId)
        .query(Ordered.class)
        .optional();
  }

  /** Whether another shipment that is still under way has that item code. */
  private boolean taken(PostAnswer answer, String shipmentId) {
    ItemCode code = answer.itemCode();
    return code != null
        && jdbc.sql(
                """
                select exists (select from shipment where item_code = ? and shipment_id <> ?
                  and state not in ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'ORDER_REFUSED'))
                """)
            .params(code.normalised(), shipmentId)
            .query(Boolean.class)
            .single();
  }

  private boolean keep(PostAnswer answer, boolean first) {
    ItemCode code = answer.itemCode();
    return jdbc.sql(
                """
                insert into post_answer (order_id, result, item_code, answered_at, post_office,
                  weight_grams, reason, first, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict on constraint post_answer_once
                do nothing
                """)
            .params(answer.orderId(), answer.result().name())
            .param(code == null ? null : code.normalised())
            .param(answer.at() == null ? null : Timestamp.from(answer.at()))
            .param(answer.postOffice())
            .param(answer.weightGrams())
            .param(answer.reason())
            .params(first, Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private void effect(PostAnswer answer, String shipmentId) {
    jdbc.sql("update post_order set answered_at = ? where order_id = ?")
        .params(Timestamp.from(clock.instant()), answer.orderId())
        .update();
    copies.answered(answer.orderId());
    String system = cancelled.system(answer.result(), shipmentId);
    if (answer.result() == PostAnswer.Result.REFUSED && system.equals(CancelledOrders.RECEIPT)) {
      troubles.refused(answer.orderId());
    }
    ItemCode code = answer.itemCode();
    if (code != null) {
      jdbc.sql(
              """
              update shipment set item_code_raw = ?, item_code = ?, item_code_valid = ?
              where shipment_id = ?
              """)
          .params(code.raw(), code.normalised(), code.checkDigitValid(), shipmentId)
          .update();
    }
    news.add(News.Channel.FILE, List.of(new News.Item(shipmentId, event(answer, system))));
    if (code != null) {
      tracking.appeared(shipmentId, code);
      inquiries.begin(shipmentId);
    }
  }

  /** A cancelled one that was accepted afterwards: shown, and moved by nothing. */
  private void tooLate(PostAnswer answer, Ordered ordered) {
    if (ordered.state() == ShipmentState.CANCELLED
        && answer.result() == PostAnswer.Result.ACCEPTED) {
      news.add(
          News.Channel.FILE,
          List.of(new News.Item(ordered.shipmentId(), event(answer, CancelledOrders.RECEIPT))));
      cancelled.travels(ordered.shipmentId());
    }
  }

  private TrackingEvent event(PostAnswer answer, String source) {
    ItemCode code = answer.itemCode();
    return new TrackingEvent(
        answer.row(),
        source,
        code == null ? new ItemCode("", "", false) : code,
        answer.result().name(),
        answer.reason(),
        answer.at() == null ? clock.instant() : answer.at(),
        answer.postOffice(),
        null,
        false);
  }
}
