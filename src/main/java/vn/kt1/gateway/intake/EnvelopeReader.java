package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
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

/** Reads one envelope, telling every fault on the way. */
final class EnvelopeReader {

  private final Spellings spellings;
  private final Conventions how;

  /** Of more in one message none is remembered. */
  private static final int MOST = 10_000;

  /** Many envelopes go to few bodies: each is read once, by what was written of it. */
  private final Map<JsonNode, Recipient> recipients = new HashMap<>();

  EnvelopeReader(Spellings spellings, Conventions how) {
    this.spellings = spellings;
    this.how = how;
  }

  Envelope read(JsonNode envelope, String at, Consumer<Fault> faults) {
    Fields fields = new Fields(envelope, at, how, faults);
    String id = fields.requiredId("envelopeId");
    Urgency urgency = urgency(fields);
    Instant deliverAt = fields.time("deliverAt");
    if (urgency.timed() && fields.absent("deliverAt")) {
      fields.fault(Code.MISSING_FIELD, "deliverAt", "timed");
    }
    Integer pieces = fields.whole("pieces", 1, 999);
    return new Envelope(
        id == null ? "" : id,
        recipient(envelope, at, faults),
        secrecy(fields),
        urgency,
        deliverAt,
        fields.whole("weightGrams", 1, 50_000),
        pieces == null ? 1 : pieces,
        fields.yesNo(HandOffField.ENTERED_IN_REGISTER),
        Boolean.TRUE.equals(fields.yesNo(HandOffField.PERSONAL_ONLY)),
        network(fields));
  }

  private Recipient recipient(JsonNode envelope, String at, Consumer<Fault> faults) {
    JsonNode written = envelope.path("recipient");
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
    Recipient recipient = recipient(new Fields(envelope, at, how, told));
    if (!faulty.get() && recipients.size() < MOST) {
      recipients.put(written, recipient);
    }
    return recipient;
  }

  static Recipient recipient(Fields envelope) {
    Fields fields = envelope.inside("recipient");
    if (fields.absent("code") && (fields.absent("name") || fields.absent("address"))) {
      envelope.fault(Code.MISSING_FIELD, "recipient", "who");
    }
    return new Recipient(
        code(fields, "code"),
        fields.body("name"),
        fields.listed("address"),
        fields.listed("addressee"));
  }

  static @Nullable String code(Fields fields, String field) {
    String code = fields.text(field);
    if (code != null && !UnitCode.readable(code)) {
      fields.fault(Code.BAD_VALUE, field, SeveralBodies.inCode(code) ? "one-body" : "unit");
      return null;
    }
    return code == null ? null : UnitCode.normalise(code);
  }

  /** Fails closed: blank is unspecified, and what cannot be read is a fault. */
  Secrecy secrecy(Fields fields) {
    String written = fields.word(HandOffField.SECRECY);
    if (written == null) {
      return Secrecy.UNSPECIFIED;
    }
    Optional<Secrecy> secrecy = spellings.secrecy(written);
    if (secrecy.isEmpty()) {
      fields.fault(Code.BAD_VALUE, "secrecy", "secrecy");
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
    fields.fault(Code.BAD_VALUE, "network", "network");
    return null;
  }
}
