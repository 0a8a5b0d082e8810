package vn.kt1.gateway.post;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.ledger.HandOffLog;
import vn.kt1.gateway.post.AnswerBook.Said;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.status.Ahead;
import vn.kt1.gateway.status.PostFiles;
import vn.kt1.gateway.status.PostRows;

/**
 * The post's answers to our orders: the first one counts; one that corrects its item code replaces
 * that; another result is kept and shown, and told once a file.
 */
@Component
public class PostAnswers {

  private record Ordered(String shipmentId, ShipmentState state, @Nullable String correlationId) {}

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final AnswerBook book;
  private final AnswerEffects effects;
  private final ItemCodes itemCodes;
  private final OrderCopies copies;
  private final PostTroubles troubles;
  private final Clock clock;

  PostAnswers(
      JdbcClient jdbc,
      PostFiles files,
      AnswerBook book,
      AnswerEffects effects,
      ItemCodes itemCodes,
      OrderCopies copies,
      PostTroubles troubles,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.book = book;
    this.effects = effects;
    this.itemCodes = itemCodes;
    this.copies = copies;
    this.troubles = troubles;
    this.clock = clock;
  }

  public Result apply(PostFile<PostAnswer> file) {
    return files.once("receipt", file.name(), file.sha256(), () -> applyRows(file));
  }

  private Result applyRows(PostFile<PostAnswer> file) {
    String reference = PostTrouble.reference(file.name(), file.sha256());
    PostRows<PostAnswer> rows =
        new PostRows<>() {
          @Override
          protected void apply(int row, PostAnswer answer) {
            RowFault fault = PostAnswers.this.apply(reference, answer, this);
            if (fault != null) {
              reject(fault);
            }
          }
        };
    file.rows().read(rows);
    troubles.contradicted(reference);
    return rows.result();
  }

  private @Nullable RowFault apply(String file, PostAnswer answer, PostRows<PostAnswer> counts) {
    if (answer.at() != null && answer.at().isAfter(Ahead.latest(clock))) {
      troubles.ahead(file);
      return fault(answer, Code.BAD_VALUE, "future");
    }
    copies.lock(answer.orderId());
    Ordered ordered = ordered(answer.orderId()).orElse(null);
    if (ordered == null) {
      return fault(answer, Code.UNKNOWN_ORDER, "row");
    }
    String named = answer.shipmentId();
    return named == null || named.equals(ordered.shipmentId())
        ? judged(file, answer, ordered, counts)
        : fault(answer, Code.BAD_VALUE, "other-shipment");
  }

  private @Nullable RowFault judged(
      String file, PostAnswer answer, Ordered ordered, PostRows<PostAnswer> counts) {
    Said said = AnswerBook.said(book.of(answer.orderId()), answer);
    if (said == Said.AGAIN) {
      counts.duplicates++;
      return null;
    }
    if (said == Said.CONTRADICTED) {
      book.keep(answer, said, file);
      effects.contradicted(answer, ordered.shipmentId(), ordered.state());
      return fault(answer, Code.BAD_VALUE, "contradicts");
    }
    if (taken(answer, ordered.shipmentId())) {
      return fault(answer, Code.BAD_VALUE, "item-taken");
    }
    book.keep(answer, said, file);
    take(said, answer, ordered, file);
    counts.applied++;
    return null;
  }

  private void take(Said said, PostAnswer answer, Ordered ordered, String file) {
    if (said == Said.FIRST) {
      effects.first(answer, ordered.shipmentId(), file);
    } else {
      effects.corrected(answer, ordered.shipmentId(), file);
    }
    HandOffLog.answered(
        ordered.correlationId(),
        answer.orderId(),
        ordered.shipmentId(),
        answer.result().name(),
        PostTrouble.file(file));
  }

  private static RowFault fault(PostAnswer answer, Code code, String variant) {
    return RowFault.of(answer.row(), code, variant, answer.orderId());
  }

  private boolean taken(PostAnswer answer, String shipmentId) {
    ItemCode code = answer.itemCode();
    return code != null && itemCodes.taken(code, shipmentId);
  }

  /** The shipment is locked too: a cancellation is asked before this, or finds the answer. */
  private Optional<Ordered> ordered(String orderId) {
    return jdbc.sql(
            """
            select o.shipment_id, s.state, h.correlation_id
            from post_order o join shipment s on s.shipment_id = o.shipment_id
            join hand_off h on h.hand_off_key = s.hand_off_key
            where o.order_id = ? for no key update of o, s
            """)
        .param(orderId)
        .query(Ordered.class)
        .optional();
  }
}
