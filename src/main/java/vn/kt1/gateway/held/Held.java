package vn.kt1.gateway.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * A held shipment before an answer. {@code chosen} is the network an operator has chosen before;
 * {@code waiting} is a proposal that waits for a second person.
 */
record Held(
    HandOff handOff, Envelope envelope, @Nullable Network chosen, @Nullable Proposal waiting) {

  /**
   * The shipment with the answers filled in, whoever gave them.
   *
   * @throws Rejected naming each answer that differs from what the sender stated
   */
  Held with(Answer answer, UnaryOperator<Recipient> addressed) {
    refuseOtherwise(answer);
    Recipient recipient =
        answer.recipient() == null ? envelope.recipient() : addressed.apply(answer.recipient());
    // The operator chose for the old recipient, so the choice ends with it.
    Network kept = recipient.equals(envelope.recipient()) ? chosen : null;
    Envelope answered =
        new Envelope(
            envelope.envelopeId(),
            recipient,
            Objects.requireNonNullElse(answer.secrecy(), envelope.secrecy()),
            envelope.urgency(),
            envelope.deliverAt(),
            envelope.weightGrams(),
            envelope.pieces(),
            answer.enteredInRegister() == null
                ? envelope.enteredInRegister()
                : answer.enteredInRegister(),
            envelope.personalOnly(),
            envelope.wish());
    return new Held(handOff, answered, answer.network() == null ? kept : answer.network(), null);
  }

  private void refuseOtherwise(Answer answer) {
    List<Fault> faults = new ArrayList<>();
    Secrecy secrecy = answer.secrecy();
    if (secrecy != null
        && envelope.secrecy() != Secrecy.UNSPECIFIED
        && envelope.secrecy() != secrecy) {
      faults.add(Fault.of(Code.BAD_VALUE, "/secrecy", "stated"));
    }
    Boolean entered = answer.enteredInRegister();
    Boolean stated = envelope.enteredInRegister();
    if (entered != null && stated != null && !stated.equals(entered)) {
      faults.add(Fault.of(Code.BAD_VALUE, "/enteredInRegister", "stated"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  /** The envelope for the policy: the operator's choice replaces the wish of the sender. */
  Envelope weighed() {
    return chosen == null
        ? envelope
        : new Envelope(
            envelope.envelopeId(),
            envelope.recipient(),
            envelope.secrecy(),
            envelope.urgency(),
            envelope.deliverAt(),
            envelope.weightGrams(),
            envelope.pieces(),
            envelope.enteredInRegister(),
            envelope.personalOnly(),
            chosen);
  }
}
