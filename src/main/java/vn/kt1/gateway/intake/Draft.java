package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.directory.Spellings;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;

/** A hand-off in the making: each piece passes the guard and the reader, and is kept or told. */
final class Draft implements Sink {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Duration BACK = Duration.ofDays(15);

  private final ContentGuard guard = new ContentGuard();
  private final MessageSource source;
  private final int most;
  private final Faults faults;
  private final Constants constants;
  private final EnvelopeReader reader;
  private final Set<String> ids = new HashSet<>();
  private final List<Envelope> envelopes = new ArrayList<>();
  private ObjectNode handOff = JsonNodeFactory.instance.objectNode();
  private Consumer<Fault> ofHandOff;

  /** As the sender wrote them; one of several recipients becomes several. */
  private int written;

  private int count;
  private boolean timeStated = true;

  Draft(MessageSource source, int most, int mostFaults, Spellings spellings) {
    this.source = source;
    this.most = most;
    this.faults = new Faults(mostFaults);
    this.ofHandOff = faults::ofHandOff;
    this.constants = new Constants(source.how());
    this.reader = new EnvelopeReader(spellings, source.how());
  }

  @Override
  public void envelope(JsonNode envelope, @Nullable Integer row, UnaryOperator<Fault> place) {
    String at = "/envelopes/" + written++;
    Consumer<Fault> told = told(row, place);
    // SECURITY: what stands beside a code in a list is cut away, so it is looked at before.
    RecipientLists.parts(envelope, source.how()).forEach(this::text);
    if (RecipientLists.unclear(envelope, source.how())) {
      told.accept(Fault.of(Code.BAD_VALUE, at + "/recipient/code", "recipients"));
    }
    RecipientLists.single(envelope, source.how()).forEach(one -> take(one, at, told));
  }

  /** In the sender's own places; a fault of several recipients in one place is told once. */
  private Consumer<Fault> told(@Nullable Integer row, UnaryOperator<Fault> place) {
    Set<Fault> once = new HashSet<>();
    return fault -> {
      Fault placed = place.apply(row == null ? fault : fault.atRow(row));
      if (once.add(placed)) {
        faults.ofEnvelope(placed);
      }
    };
  }

  private void take(JsonNode envelope, String at, Consumer<Fault> told) {
    count++;
    guard.envelope(envelope, at, told);
    if (!envelope.isObject()) {
      told.accept(Fault.of(Code.BAD_VALUE, at, "object"));
    } else if (count <= most) {
      keep(reader.read(constants.ofEnvelope((ObjectNode) envelope), at, told), at, told);
    }
  }

  private void keep(Envelope envelope, String at, Consumer<Fault> told) {
    if (!envelope.envelopeId().isEmpty() && !ids.add(envelope.envelopeId())) {
      told.accept(Fault.of(Code.DUPLICATE_ID, at + "/envelopeId"));
    }
    if (faults.none()) {
      envelopes.add(envelope);
    }
  }

  @Override
  public void handOff(ObjectNode given, UnaryOperator<Fault> place) {
    ofHandOff = fault -> faults.ofHandOff(place.apply(fault));
    guard.handOff(given, ofHandOff);
    handOff = constants.ofHandOff(given);
  }

  @Override
  public void handedOffOnReceipt() {
    timeStated = false;
  }

  @Override
  public void text(String text) {
    // The name of a column of a register is no subject yet.
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
    // A row that cannot be read has none of the fields that would be missed next.
    if (count == 0 && faults.malformed()) {
      throw new Rejected(faults.all());
    }
    Fields fields = new Fields(handOff, "", source.how(), ofHandOff);
    String id = fields.requiredId("handOffId");
    String sender = sender(fields, caller);
    Instant at = timeStated ? handedOffAt(fields) : source.now().truncatedTo(ChronoUnit.MICROS);
    checkEnvelopes(fields);
    if (!faults.none() || id == null || sender == null || at == null) {
      throw new Rejected(faults.all());
    }
    // SECURITY: the digest is only taken of what was accepted; a refused message leaves none.
    String sha256 = Sha256.of(source.bytes());
    return new HandOff(caller.handOffOwner(), id, sender, at, timeStated, sha256, envelopes);
  }

  /** The reading came to an end of its own. */
  Rejected broken(Rejected end) {
    return new Rejected(faults.contentAnd(end.faults()));
  }

  private static @Nullable String sender(Fields fields, Caller caller) {
    String sender = EnvelopeReader.code(fields, "sender");
    if (fields.absent("sender")) {
      fields.fault(Code.MISSING_FIELD, "sender");
    } else if (sender != null && !caller.units().contains(sender)) {
      fields.fault(Code.SENDER_NOT_YOURS, "sender");
    }
    return sender;
  }

  private @Nullable Instant handedOffAt(Fields fields) {
    Instant at = fields.requiredTime("handedOffAt");
    Instant now = source.now();
    if (at != null && (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(BACK)))) {
      fields.fault(Code.HAND_OFF_TIME, "handedOffAt");
    }
    return at;
  }

  private void checkEnvelopes(Fields fields) {
    JsonNode given = handOff.path("envelopes");
    if (count > most) {
      fields.fault(Code.TOO_MANY, "envelopes", "envelopes", String.valueOf(most));
    } else if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
      fields.fault(Code.BAD_VALUE, "envelopes", "list");
    } else if (count == 0) {
      fields.fault(Code.MISSING_FIELD, "envelopes");
    }
  }
}
