package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Spellings;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.shipment.Urgency;

/** Reads one envelope and reports every fault. */
final class EnvelopeReader {

  private final Spellings spellings;
  private final Conventions how;

  /** The most recipients remembered for one message. */
  private static final int MOST = 10_000;

  /**
   * Many envelopes go to the same few bodies, so each recipient is read once and found again by its
   * text.
   */
  private final Map<List<@Nullable Object>, Recipient> recipients = new HashMap<>();

  EnvelopeReader(Spellings spellings, Conventions how) {
    this.spellings = spellings;
    this.how = how;
  }

  Envelope read(Given envelope, Consumer<Fault> faults) {
    Fields fields = new Fields(envelope, how, faults);
    String id = fields.requiredId(HandOffField.ENVELOPE_ID);
    Urgency urgency = urgency(fields);
    Instant deliverAt = fields.time(HandOffField.DELIVER_AT);
    if (urgency.timed() && fields.absent(HandOffField.DELIVER_AT)) {
      String pointer = HandOffField.DELIVER_AT.pointer();
      faults.accept(envelope.fault(pointer, Code.MISSING_FIELD, "timed"));
    }
    Integer pieces = fields.whole(HandOffField.PIECES, 1, 999);
    return new Envelope(
        id == null ? "" : id,
        known(envelope, faults),
        secrecy(fields),
        urgency,
        deliverAt,
        fields.whole(HandOffField.WEIGHT_G, 1, 50_000),
        pieces == null ? 1 : pieces,
        fields.yesNo(HandOffField.ENTERED_IN_REGISTER),
        Boolean.TRUE.equals(fields.yesNo(HandOffField.PERSONAL_ONLY)),
        network(fields));
  }

  private Recipient known(Given envelope, Consumer<Fault> faults) {
    List<@Nullable Object> written =
        Arrays.asList(
            envelope.value(HandOffSchema.RECIPIENT_OBJECT),
            envelope.value(HandOffField.RECIPIENT_CODE),
            envelope.value(HandOffField.RECIPIENT_NAME),
            envelope.value(HandOffField.RECIPIENT_ADDRESS),
            envelope.value(HandOffField.ADDRESSEE));
    Recipient known = recipients.get(written);
    if (known != null) {
      return known;
    }
    AtomicBoolean faulty = new AtomicBoolean();
    Consumer<Fault> told =
        fault -> {
          faulty.set(true);
          faults.accept(fault);
        };
    Recipient recipient = recipient(envelope, new Fields(envelope, how, told), told);
    if (!faulty.get() && recipients.size() < MOST) {
      recipients.put(written, recipient);
    }
    return recipient;
  }

  static Recipient recipient(Given envelope, Fields fields, Consumer<Fault> faults) {
    String at = HandOffSchema.RECIPIENT_OBJECT;
    Object object = envelope.value(at);
    if (object != null && !(object instanceof ObjectNode)) {
      faults.accept(envelope.fault(at, Code.BAD_VALUE, "object"));
    }
    boolean nameless =
        fields.absent(HandOffField.RECIPIENT_NAME) || fields.absent(HandOffField.RECIPIENT_ADDRESS);
    if (fields.absent(HandOffField.RECIPIENT_CODE) && nameless) {
      faults.accept(envelope.fault(at, Code.MISSING_FIELD, "who"));
    }
    return new Recipient(
        code(fields, HandOffField.RECIPIENT_CODE),
        fields.body(HandOffField.RECIPIENT_NAME),
        fields.listed(HandOffField.RECIPIENT_ADDRESS),
        fields.listed(HandOffField.ADDRESSEE));
  }

  static @Nullable String code(Fields fields, HandOffField field) {
    String code = fields.text(field);
    if (code != null && !UnitCode.readable(code)) {
      return fields.wrong(field, SeveralBodies.inCode(code) ? "one-body" : "unit");
    }
    return code == null ? null : UnitCode.normalise(code);
  }

  /** Fails closed: a blank is unspecified, an unreadable word is a fault. */
  Secrecy secrecy(Fields fields) {
    String written = fields.word(HandOffField.SECRECY);
    if (written == null) {
      return Secrecy.UNSPECIFIED;
    }
    Optional<Secrecy> secrecy = spellings.secrecy(written);
    if (secrecy.isEmpty()) {
      fields.wrong(HandOffField.SECRECY, "secrecy");
    }
    return secrecy.orElse(Secrecy.UNSPECIFIED);
  }

  private Urgency urgency(Fields fields) {
    String written = fields.word(HandOffField.URGENCY);
    return written == null ? Urgency.NORMAL : spellings.urgency(written).orElse(Urgency.UNKNOWN);
  }

  static @Nullable Network network(Fields fields) {
    String written = fields.word(HandOffField.NETWORK);
    if (written == null) {
      return null;
    }
    for (Network network : Network.values()) {
      if (network.name().equals(written)) {
        return network;
      }
    }
    return fields.wrong(HandOffField.NETWORK, "network");
  }
}
