package vn.kt1.gateway.intake;

import java.util.Set;

/** The fields of the contract, object by object; the schema is closed. */
final class HandOffSchema {

  static final Set<String> HAND_OFF = Set.of("handOffId", "sender", "handedOffAt", "envelopes");
  static final Set<String> ENVELOPE =
      Set.of(
          "envelopeId",
          "recipient",
          "secrecy",
          "urgency",
          "deliverAt",
          "weightGrams",
          "pieces",
          "enteredInRegister",
          "personalOnly",
          "network");
  static final Set<String> RECIPIENT = Set.of("code", "name", "address", "addressee");

  private HandOffSchema() {}

  /** The fields allowed inside {@code field} of an object with {@code known} fields. */
  static Set<String> inside(Set<String> known, String field) {
    if (known == HAND_OFF && field.equals("envelopes")) {
      return ENVELOPE;
    }
    return known == ENVELOPE && field.equals("recipient") ? RECIPIENT : Set.of();
  }
}
