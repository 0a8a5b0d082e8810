package vn.kt1.gateway.shipment;

import java.time.Instant;
import java.util.List;

/**
 * One message in which an e-office hands over sealed envelopes, normalised. {@code messageSha256}
 * is that of the accepted bytes, so that a sender can tell which message a receipt answers. {@code
 * timeStated}: the sender gave the time; else it is that of the receipt, and no part of what makes
 * two hand-offs the same.
 */
public record HandOff(
    String partner,
    String handOffId,
    String sender,
    Instant handedOffAt,
    boolean timeStated,
    String messageSha256,
    List<Envelope> envelopes) {

  public HandOff {
    envelopes = List.copyOf(envelopes);
  }

  /** The same hand-off, of its first envelopes only. */
  public HandOff first(int many) {
    return new HandOff(
        partner,
        handOffId,
        sender,
        handedOffAt,
        timeStated,
        messageSha256,
        envelopes.subList(0, many));
  }

  /** The same hand-off, of that one envelope. */
  public HandOff of(Envelope envelope) {
    return new HandOff(
        partner, handOffId, sender, handedOffAt, timeStated, messageSha256, List.of(envelope));
  }
}
