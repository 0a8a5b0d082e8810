package vn.kt1.gateway.shipment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.kt1.gateway.text.Folded;

/**
 * A field of a hand-off: its column in a table (CONTRACT, 4.1) and its place in a message (3.1).
 */
public enum HandOffField {
  HAND_OFF_ID("handOffId", Kind.HAND_OFF),
  SENDER("sender", Kind.HAND_OFF),
  HANDED_OFF_AT("handedOffAt", Kind.HAND_OFF),
  ENVELOPE_ID("envelopeId", Kind.ENVELOPE),
  RECIPIENT_CODE("code", Kind.RECIPIENT),
  RECIPIENT_NAME("name", Kind.RECIPIENT),
  RECIPIENT_ADDRESS("address", Kind.RECIPIENT),
  ADDRESSEE("addressee", Kind.RECIPIENT),
  SECRECY("secrecy", Kind.ENVELOPE),
  URGENCY("urgency", Kind.ENVELOPE),
  DELIVER_AT("deliverAt", Kind.ENVELOPE),
  WEIGHT_G("weightGrams", Kind.ENVELOPE),
  PIECES("pieces", Kind.ENVELOPE),
  ENTERED_IN_REGISTER("enteredInRegister", Kind.ENVELOPE),
  PERSONAL_ONLY("personalOnly", Kind.ENVELOPE),
  NETWORK("network", Kind.ENVELOPE);

  /** No spelling of a name is longer. */
  private static final int LONGEST = 60;

  /** Of which object of a message a field is part. */
  public enum Kind {
    HAND_OFF,
    ENVELOPE,
    RECIPIENT
  }

  private final String field;
  private final Kind kind;
  private final String pointer;

  HandOffField(String field, Kind kind) {
    this.field = field;
    this.kind = kind;
    this.pointer = (kind == Kind.RECIPIENT ? "/recipient/" : "/") + field;
  }

  /** Its name in a message. */
  public String field() {
    return field;
  }

  public Kind kind() {
    return kind;
  }

  /** Its pointer (RFC 6901) in the hand-off or the envelope it is of. */
  public String pointer() {
    return pointer;
  }

  /** Its name at the head of a table. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field whose name, in a table or a message, that is in another spelling. */
  public static Optional<HandOffField> meantBy(String name) {
    String folded = name.length() > LONGEST ? "" : Folded.name(name);
    return Arrays.stream(values())
        .filter(
            field ->
                folded.equals(Folded.name(field.field)) || folded.equals(Folded.name(field.name())))
        .findFirst();
  }

  /** The field of that column; case is not looked at. */
  public static Optional<HandOffField> ofColumn(String column) {
    return Arrays.stream(values())
        .filter(field -> field.column().equalsIgnoreCase(column))
        .findFirst();
  }
}
