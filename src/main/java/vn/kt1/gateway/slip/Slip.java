package vn.kt1.gateway.slip;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is printed for one hand-off: only what anybody may read on the outside of its envelopes.
 *
 * <p>SECURITY: there is no field for secrecy, mark, service or urgency, so none can be printed by
 * mistake. The clerk stamps the mark by hand from the register that holds it; a printer queue, a
 * copy in the tray or a PDF in a mailbox must not tell which envelopes carry a secret. Urgency is
 * left out with them: it is stamped by hand too, and beside a network it would give the service
 * away.
 */
public record Slip(
    String handOffId, String senderCode, String senderName, Instant handedOffAt, List<Line> lines) {

  /** The most envelopes one slip can hold: as many as one hand-off by message (CONTRACT §1). */
  public static final int MOST_LINES = 500;

  /** Replaces the decision of a cancelled envelope, which stays here. */
  public static final String CANCELLED = "CANCELLED";

  public Slip {
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("a slip holds at most " + MOST_LINES + " envelopes");
    }
  }

  /** One envelope; {@code network} is null unless {@code ROUTED}. */
  public record Line(
      String shipmentId,
      String envelopeId,
      String decision,
      @Nullable String recipientCode,
      @Nullable String recipientName,
      @Nullable String recipientAddress,
      @Nullable String addressee,
      int pieces,
      @Nullable Integer weightGrams,
      @Nullable String network) {

    private static final Pattern SHIPMENT_ID = Pattern.compile("[A-Z0-9-]{1,16}");
    private static final Set<String> DECISIONS = Set.of("ROUTED", "HELD", "REFUSED", CANCELLED);
    private static final Set<String> NETWORKS = Set.of("KT1", "PUBLIC_POST", "HAND", "CIPHER");

    public Line {
      // A barcode that cannot be read, or an unknown decision, must fail here and not at the
      // counter of the post.
      if (!SHIPMENT_ID.matcher(shipmentId).matches()) {
        throw new IllegalArgumentException("not a shipment id");
      }
      if (!DECISIONS.contains(decision)) {
        throw new IllegalArgumentException("not a decision");
      }
      if (decision.equals("ROUTED") && !NETWORKS.contains(network == null ? "" : network)) {
        throw new IllegalArgumentException("a routed envelope needs a network");
      }
    }

    boolean routed() {
      return decision.equals("ROUTED");
    }
  }
}
