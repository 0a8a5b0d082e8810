package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.util.List;

/**
 * What the gateway answers to a hand-off: the first one is kept and given again. {@code repeated}
 * tells that the hand-off was known already.
 */
public record Receipt(
    String handOffId,
    Instant receivedAt,
    String messageSha256,
    boolean repeated,
    List<Line> shipments) {

  /** One envelope, taken over as a shipment. */
  public record Line(String envelopeId, String shipmentId, Decision decision) {}

  public Receipt {
    shipments = List.copyOf(shipments);
  }
}
