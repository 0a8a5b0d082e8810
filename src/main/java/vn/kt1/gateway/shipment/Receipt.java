package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answers to a hand-off: the first one is kept and given again. {@code repeated}
 * tells that the hand-off was known already. Nothing has been received, and no shipment has an id,
 * where it was only tried out.
 */
public record Receipt(
    String handOffId,
    @Nullable Instant receivedAt,
    String messageSha256,
    boolean repeated,
    List<Line> shipments) {

  /** One envelope, taken over as a shipment. */
  public record Line(String envelopeId, @Nullable String shipmentId, Decision decision) {}

  public Receipt {
    shipments = List.copyOf(shipments);
  }

  /** What would be answered; ids and times are null. */
  public static Receipt preview(Decided decided) {
    HandOff handOff = decided.handOff();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < decided.decisions().size(); i++) {
      String envelope = handOff.envelopes().get(i).envelopeId();
      lines.add(new Line(envelope, null, decided.decisions().get(i)));
    }
    return new Receipt(handOff.handOffId(), null, handOff.messageSha256(), false, lines);
  }
}
