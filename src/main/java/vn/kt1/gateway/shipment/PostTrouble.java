package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the post that somebody must act on, or one that does not come, under the lease of
 * whoever tells it.
 *
 * @param reference under which it is told once
 * @param file our order file; where the post contradicts itself, its receipt file
 * @param ordered the order that was refused
 * @param contradicted the orders that were answered otherwise than before
 * @param waiting orders of the file that are not answered
 */
public record PostTrouble(
    UUID lease,
    Kind kind,
    String reference,
    String file,
    @Nullable Ordered ordered,
    List<String> contradicted,
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

  public static PostTrouble refused(UUID lease, String reference, String file, Ordered ordered) {
    return new PostTrouble(lease, Kind.REFUSED, reference, file, ordered, List.of(), 0, null);
  }

  public static PostTrouble contradicting(
      UUID lease, String reference, String file, List<String> orders) {
    return new PostTrouble(lease, Kind.CONTRADICTED, reference, file, null, orders, 0, null);
  }

  public static PostTrouble unanswered(
      UUID lease, String reference, String file, int waiting, Instant sentAt) {
    return new PostTrouble(
        lease, Kind.UNANSWERED, reference, file, null, List.of(), waiting, sentAt);
  }

  public PostTrouble {
    contradicted = List.copyOf(contradicted);
  }
}
