package vn.kt1.gateway.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/** The fields of the contract, object by object; the schema is closed. */
final class HandOffSchema {

  static final Set<String> HAND_OFF = fields(Kind.HAND_OFF, "envelopes");
  static final Set<String> ENVELOPE = fields(Kind.ENVELOPE, "recipient");
  static final Set<String> RECIPIENT = fields(Kind.RECIPIENT);

  /** Of an answer to a held shipment. */
  static final Set<String> ANSWER =
      Set.of("secrecy", "enteredInRegister", "recipient", "network", "reason");

  private HandOffSchema() {}

  /** The fields allowed inside {@code field} of an object with {@code known} fields. */
  static Set<String> inside(Set<String> known, String field) {
    if (known == HAND_OFF && field.equals("envelopes")) {
      return ENVELOPE;
    }
    boolean addressed = known == ENVELOPE || known == ANSWER;
    return addressed && field.equals("recipient") ? RECIPIENT : Set.of();
  }

  /** The name of the contract that is another spelling of that one, if it is one. */
  static Optional<String> meantBy(String name) {
    if (ENVELOPE.contains(name) || HAND_OFF.contains(name) || RECIPIENT.contains(name)) {
      return Optional.empty(); // well spelled, in the wrong place
    }
    return Stream.of("envelopes", "recipient")
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .or(() -> HandOffField.meantBy(name).map(HandOffField::field));
  }

  private static Set<String> fields(Kind kind, String... more) {
    return Stream.concat(
            Arrays.stream(HandOffField.values())
                .filter(field -> field.kind() == kind)
                .map(HandOffField::field),
            Stream.of(more))
        .collect(Collectors.toUnmodifiableSet());
  }
}
