package vn.kt1.gateway.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;

/** A shipment as it is shown. {@code degree} is null for those who may not see degree data. */
public record ShipmentView(
    String shipmentId,
    String handOffId,
    String envelopeId,
    String senderCode,
    String senderName,
    Recipient recipient,
    Decision.Outcome decision,
    ShipmentState state,
    @Nullable Network network,
    Urgency urgency,
    boolean personalOnly,
    @Nullable Integer weightGrams,
    int pieces,
    Instant handedOffAt,
    @Nullable Ordered order,
    @Nullable ItemCode itemCode,
    List<Confirmed> confirmations,
    @Nullable Degree degree) {

  /** The order, once it is in a file; {@code sentAt} once the post has the file. */
  public record Ordered(String orderId, String file, @Nullable Instant sentAt) {}

  /**
   * All data that tells the secrecy degree: one class of data (CONTRACT, 3.4). {@code proposed}
   * belongs to it, because only ways other than KT1 and by hand wait for a second person.
   */
  public record Degree(
      Secrecy secrecy,
      @Nullable String service,
      List<Reason> reasons,
      List<Warning> warnings,
      @Nullable Proposed proposed,
      Sla sla,
      Cost cost) {}

  /** An answer that waits for a second person, who must see what to confirm. */
  public record Proposed(String role, Instant at, Answer answer, Network opens) {}
}
