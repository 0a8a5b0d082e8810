package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.directory.Spellings;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.HandOffField.Kind;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Collects a hand-off. Each piece passes the guard and the reader, and is either kept or reported
 * as a fault.
 */
final class Draft implements Sink {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration BACK = Duration.ofDays(15);

  private final ContentGuard guard = new ContentGuard();
  private final MessageSource source;
  private final int most;
  private final Faults faults;
  private final EnvelopeReader reader;
  private final Set<String> ids = new HashSet<>();
  private final List<Envelope> envelopes = new ArrayList<>();
  private Given handOff = new Given("");

  /** Splits an envelope with several recipients into one envelope for each. */
  private int count;

  private boolean timeStated = true;

  Draft(MessageSource source, int most, int mostFaults, Spellings spellings) {
    this.source = source;
    this.most = most;
    this.faults = new Faults(mostFaults);
    this.reader = new EnvelopeReader(spellings, source.how());
  }

  @Override
  public void envelope(Given envelope) {
    // Several recipients in one place share a fault; it is reported once.
    Set<Fault> once = new HashSet<>();
    Consumer<Fault> told =
        fault -> {
          if (once.add(fault)) {
            faults.ofEnvelope(fault);
          }
        };
    // SECURITY: text beside a code in a list is cut away later, so it is checked first.
    RecipientLists.parts(envelope, source.how()).forEach(this::text);
    if (RecipientLists.unclear(envelope, source.how())) {
      String code = HandOffField.RECIPIENT_CODE.pointer();
      told.accept(envelope.fault(code, Code.BAD_VALUE, "recipients"));
    }
    RecipientLists.single(envelope, source.how()).forEach(one -> take(one, told));
  }

  private void take(Given envelope, Consumer<Fault> told) {
    count++;
    guard.look(envelope, told);
    if (envelope.whole()) {
      told.accept(envelope.fault("", Code.BAD_VALUE, "object"));
    } else if (count <= most) {
      fillConstants(envelope, Kind.ENVELOPE);
      keep(reader.read(envelope, told), envelope, told);
    }
  }

  private void keep(Envelope envelope, Given given, Consumer<Fault> told) {
    if (!envelope.envelopeId().isEmpty() && !ids.add(envelope.envelopeId())) {
      told.accept(given.fault(HandOffField.ENVELOPE_ID.pointer(), Code.DUPLICATE_ID));
    }
    if (faults.none()) {
      envelopes.add(envelope);
    }
  }

  /** Adds the partner's constants, which it never writes. A value in the message wins. */
  private void fillConstants(Given given, Kind kind) {
    for (Map.Entry<HandOffField, String> constant : source.how().constants().entrySet()) {
      HandOffField field = constant.getKey();
      Object said = given.value(field);
      boolean silent =
          said == null || said instanceof String text && Cell.absent(field, text, source.how());
      if (field.kind() == kind && silent) {
        given.replace(field, Cell.value(field, constant.getValue()));
      }
    }
  }

  @Override
  public void handOff(Given given) {
    guard.look(given, faults::ofHandOff);
    fillConstants(given, Kind.HAND_OFF);
    handOff = given;
  }

  @Override
  public void handedOffOnReceipt() {
    timeStated = false;
  }

  @Override
  public void text(String text) {
    // A column name of a register is not yet a subject.
    if (Shape.ofContent(text) || DocumentWords.in(text) && !Forbidden.isSpelling(text)) {
      fault(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
    }
  }

  @Override
  public void fault(Fault fault) {
    faults.ofEnvelope(fault);
  }

  /**
   * @throws Rejected naming every fault
   */
  HandOff finish(Caller caller) {
    // An unreadable row has no fields, so fields it lacks are not reported as missing.
    if (count == 0 && faults.malformed()) {
      throw new Rejected(faults.all());
    }
    Fields fields = new Fields(handOff, source.how(), faults::ofHandOff);
    String id = fields.requiredId(HandOffField.HAND_OFF_ID);
    String sender = sender(fields, caller);
    Instant at = timeStated ? handedOffAt(fields) : source.now().truncatedTo(ChronoUnit.MICROS);
    checkEnvelopes();
    if (!faults.none() || id == null || sender == null || at == null) {
      throw new Rejected(faults.all());
    }
    // SECURITY: the digest is made only of an accepted message; a refused message leaves no digest.
    String sha256 = Sha256.of(source.bytes());
    return new HandOff(caller.handOffOwner(), id, sender, at, timeStated, sha256, envelopes);
  }

  /** Ends the reading when there are too many faults. */
  Rejected broken(Rejected end) {
    return new Rejected(faults.contentAnd(end.faults()));
  }

  private @Nullable String sender(Fields fields, Caller caller) {
    if (!fields.required(HandOffField.SENDER)) {
      return null;
    }
    String sender = EnvelopeReader.code(fields, HandOffField.SENDER);
    if (sender != null && !caller.units().contains(sender)) {
      faults.ofHandOff(handOff.fault(HandOffField.SENDER.pointer(), Code.SENDER_NOT_YOURS));
    }
    return sender;
  }

  private @Nullable Instant handedOffAt(Fields fields) {
    Instant at = fields.requiredTime(HandOffField.HANDED_OFF_AT);
    Instant now = source.now();
    if (at != null && (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(BACK)))) {
      faults.ofHandOff(handOff.fault(HandOffField.HANDED_OFF_AT.pointer(), Code.HAND_OFF_TIME));
    }
    return at;
  }

  private void checkEnvelopes() {
    String at = HandOffSchema.ENVELOPES;
    Object given = handOff.value(at);
    if (count > most) {
      faults.ofHandOff(handOff.fault(at, Code.TOO_MANY, "envelopes", String.valueOf(most)));
    } else if (given != null && !(given instanceof ArrayNode)) {
      faults.ofHandOff(handOff.fault(at, Code.BAD_VALUE, "list"));
    } else if (count == 0) {
      faults.ofHandOff(handOff.fault(at, Code.MISSING_FIELD));
    }
  }
}
