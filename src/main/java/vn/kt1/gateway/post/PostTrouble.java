package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the post that somebody must act on, or one that does not come.
 *
 * @param reference under which it is told once
 * @param file the post's receipt file, or our order file of which answers are missing
 * @param ordered the order that was refused
 * @param orders all orders of the receipt file of which the same is to be told
 * @param waiting orders of the file that are not answered
 */
public record PostTrouble(
    Kind kind,
    String reference,
    String file,
    @Nullable Ordered ordered,
    List<String> orders,
    int waiting,
    @Nullable Instant sentAt) {

  private static final int DIGITS = 8;

  /** What has come, or not come. */
  public enum Kind {
    REFUSED,
    CONTRADICTED,
    UNANSWERED,
    /** News of a time to come. */
    AHEAD;

    /** What the operators know it by. */
    public String source() {
      return switch (this) {
        case REFUSED -> "order-refused";
        case CONTRADICTED -> "receipt-contradicts";
        case UNANSWERED -> "receipt-missing";
        case AHEAD -> "news-of-the-future";
      };
    }
  }

  /** One order, by ids alone, and in whose name the envelope was handed over. */
  public record Ordered(
      String orderId, String shipmentId, String partner, String handOffId, String envelopeId) {}

  /** Under which a receipt file is told once: one name may come with two contents. */
  public static String reference(String file, String sha256) {
    return file + "-" + sha256.substring(0, DIGITS);
  }

  /** The file of such a reference. */
  public static String file(String reference) {
    return reference.substring(0, reference.length() - DIGITS - 1);
  }

  public static PostTrouble refused(String reference, Ordered ordered, List<String> orders) {
    return new PostTrouble(Kind.REFUSED, reference, file(reference), ordered, orders, 0, null);
  }

  public static PostTrouble contradicting(String reference, List<String> orders) {
    return new PostTrouble(Kind.CONTRADICTED, reference, file(reference), null, orders, 0, null);
  }

  public static PostTrouble ahead(String reference) {
    return new PostTrouble(Kind.AHEAD, reference, file(reference), null, List.of(), 0, null);
  }

  public static PostTrouble unanswered(String reference, String file, int waiting, Instant sentAt) {
    return new PostTrouble(Kind.UNANSWERED, reference, file, null, List.of(), waiting, sentAt);
  }

  public PostTrouble {
    orders = List.copyOf(orders);
  }
}
