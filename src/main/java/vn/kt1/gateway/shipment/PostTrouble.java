package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the post that somebody must act on, or one that does not come, under the lease of
 * whoever tells it.
 *
 * @param reference under which it is told once
 * @param ordered the order it is about; null: all that wait in the file
 * @param waiting orders of the file that are not answered
 */
public record PostTrouble(
    UUID lease,
    Kind kind,
    String reference,
    String file,
    @Nullable Ordered ordered,
    int waiting,
    @Nullable Instant sentAt) {

  /** What has come, or not come. */
  public enum Kind {
    REFUSED,
    CONTRADICTED,
    UNANSWERED;

    /** What the operators know it by. */
    public String source() {
      return switch (this) {
        case REFUSED -> "order-refused";
        case CONTRADICTED -> "receipt-contradicts";
        case UNANSWERED -> "receipt-missing";
      };
    }
  }

  /** One order, by ids alone, and in whose name the envelope was handed over. */
  public record Ordered(
      String orderId, String shipmentId, String partner, String handOffId, String envelopeId) {}
}
