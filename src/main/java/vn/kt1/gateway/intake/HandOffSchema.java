package vn.kt1.gateway.intake;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;

/** The contract's field names and the pointer of each, by object. The schema is closed. */
public final class HandOffSchema {

  public static final String ENVELOPES = "/envelopes";
  public static final String RECIPIENT_OBJECT = "/recipient";

  public static final Map<String, String> HAND_OFF = names(Kind.HAND_OFF, "", "envelopes");
  public static final Map<String, String> ENVELOPE = names(Kind.ENVELOPE, "", "recipient");
  public static final Map<String, String> RECIPIENT = names(Kind.RECIPIENT, RECIPIENT_OBJECT);

  /** Of an answer to a held shipment. */
  public static final Map<String, String> ANSWER =
      pointers(Stream.of("secrecy", "enteredInRegister", "recipient", "network", "reason"), "");

  private HandOffSchema() {}

  /** The names inside {@code name} of an object with {@code known} names. */
  public static Map<String, String> inside(Map<String, String> known, String name) {
    return switch (known.getOrDefault(name, "")) {
      case ENVELOPES -> ENVELOPE;
      case RECIPIENT_OBJECT -> RECIPIENT;
      default -> Map.of();
    };
  }

  /** Whether the contract has that name, in whichever object. */
  public static boolean named(String name) {
    return HAND_OFF.containsKey(name) || ENVELOPE.containsKey(name) || RECIPIENT.containsKey(name);
  }

  /** The contract's name of which the given name is another spelling, if there is one. */
  static Optional<String> meantBy(String name) {
    if (named(name)) {
      return Optional.empty(); // spelled correctly, but in the wrong place
    }
    return Stream.of("envelopes", "recipient")
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .or(() -> HandOffField.meantBy(name).map(HandOffField::field));
  }

  private static Map<String, String> names(Kind kind, String at, String... more) {
    Stream<String> fields =
        Arrays.stream(HandOffField.values())
            .filter(field -> field.kind() == kind)
            .map(HandOffField::field);
    return pointers(Stream.concat(fields, Stream.of(more)), at);
  }

  private static Map<String, String> pointers(Stream<String> names, String at) {
    return names.collect(Collectors.toUnmodifiableMap(name -> name, name -> at + "/" + name));
  }
}
