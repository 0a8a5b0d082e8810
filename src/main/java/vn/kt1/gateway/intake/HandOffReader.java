package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.shipment.Urgency;

/** Turns a message into a hand-off, collecting every fault on the way. */
final class HandOffReader {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration BACK = Duration.ofDays(15);

  private final Spellings spellings;
  private final Message message;
  private final List<Fault> faults;

  HandOffReader(Spellings spellings, Message message, List<Fault> faults) {
    this.spellings = spellings;
    this.message = message;
    this.faults = faults;
  }

  /** The hand-off, or nothing when there are faults. */
  Optional<HandOff> read(Caller caller, String sha256, Instant now, int mostEnvelopes) {
    Fields fields = new Fields(message.tree(), "", null, faults);
    String id = fields.requiredId("handOffId");
    String sender = sender(fields, caller);
    Instant handedOffAt = handedOffAt(fields, now);
    List<Envelope> envelopes = envelopes(fields, mostEnvelopes);
    if (!faults.isEmpty() || id == null || sender == null || handedOffAt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new HandOff(caller.handOffOwner(), id, sender, handedOffAt, sha256, envelopes));
  }

  private @Nullable String sender(Fields fields, Caller caller) {
    String sender = code(fields, "sender");
    if (fields.absent("sender")) {
      fields.fault(Code.MISSING_FIELD, "sender");
    } else if (sender != null && !caller.units().contains(sender)) {
      fields.fault(Code.SENDER_NOT_YOURS, "sender");
    }
    return sender;
  }

  private static @Nullable Instant handedOffAt(Fields fields, Instant now) {
    Instant at = fields.requiredTime("handedOffAt");
    if (at != null && (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(BACK)))) {
      fields.fault(Code.HAND_OFF_TIME, "handedOffAt");
    }
    return at;
  }

  private List<Envelope> envelopes(Fields fields, int most) {
    JsonNode given = message.envelopes();
    List<Envelope> envelopes = new ArrayList<>();
    if (given.isMissingNode() || given.isNull() || given.isArray() && given.isEmpty()) {
      fields.fault(Code.MISSING_FIELD, "envelopes");
    } else if (!given.isArray()) {
      fields.fault(Code.BAD_VALUE, "envelopes", "list");
    } else if (given.size() > most) {
      fields.fault(Code.TOO_MANY, "envelopes", "envelopes", String.valueOf(most));
    } else {
      readAll(given, envelopes);
    }
    return envelopes;
  }

  private void readAll(JsonNode given, List<Envelope> envelopes) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/envelopes/" + i;
      if (!given.get(i).isObject()) {
        faults.add(Fault.of(Code.BAD_VALUE, at, "object"));
        continue;
      }
      Fields fields = new Fields(given.get(i), at, message.row(i), faults);
      Envelope envelope = envelope(fields);
      if (!envelope.envelopeId().isEmpty() && !ids.add(envelope.envelopeId())) {
        fields.fault(Code.DUPLICATE_ID, "envelopeId");
      }
      envelopes.add(envelope);
    }
  }

  private Envelope envelope(Fields fields) {
    String id = fields.requiredId("envelopeId");
    Urgency urgency = urgency(fields);
    Instant deliverAt = fields.time("deliverAt");
    if (urgency.timed() && fields.absent("deliverAt")) {
      fields.fault(Code.MISSING_FIELD, "deliverAt", "timed");
    }
    Integer pieces = fields.whole("pieces", 1, 999);
    return new Envelope(
        id == null ? "" : id,
        recipient(fields),
        secrecy(fields),
        urgency,
        deliverAt,
        fields.whole("weightGrams", 1, 50_000),
        pieces == null ? 1 : pieces,
        fields.yesNo("enteredInRegister"),
        Boolean.TRUE.equals(fields.yesNo("personalOnly")),
        network(fields));
  }

  private static Recipient recipient(Fields envelope) {
    Fields fields = envelope.inside("recipient");
    if (fields.absent("code") && (fields.absent("name") || fields.absent("address"))) {
      envelope.fault(Code.MISSING_FIELD, "recipient", "who");
    }
    return new Recipient(
        code(fields, "code"),
        fields.text("name"),
        fields.text("address"),
        fields.text("addressee"));
  }

  private static @Nullable String code(Fields fields, String field) {
    String code = fields.text(field);
    if (code != null && !UnitCode.readable(code)) {
      fields.fault(Code.BAD_VALUE, field, "unit");
      return null;
    }
    return code == null ? null : UnitCode.normalise(code);
  }

  /** Fails closed: blank is unspecified, and what cannot be read is a fault. */
  private Secrecy secrecy(Fields fields) {
    String written = fields.word("secrecy");
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
    String written = fields.word("urgency");
    return written == null ? Urgency.NORMAL : spellings.urgency(written).orElse(Urgency.UNKNOWN);
  }

  private static @Nullable Network network(Fields fields) {
    String written = fields.text("network");
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
