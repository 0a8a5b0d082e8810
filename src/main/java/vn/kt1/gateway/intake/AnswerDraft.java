package vn.kt1.gateway.intake;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Spellings;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Resolution;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.text.DegreeWords;

/** Collects an answer to a held shipment. What it says of the envelope is read as in a hand-off. */
final class AnswerDraft implements Sink {

  private static final String REASON = "/reason";
  private static final int LONGEST_REASON = 200;

  private final Conventions how;
  private final EnvelopeReader reader;
  private final Faults faults;
  private Given given = new Given("");

  AnswerDraft(Spellings spellings, Conventions how, int mostFaults) {
    this.how = how;
    this.reader = new EnvelopeReader(spellings, how);
    this.faults = new Faults(mostFaults);
  }

  @Override
  public void handOff(Given answer) {
    given = answer;
    new ContentGuard().look(answer, faults::ofHandOff);
  }

  /** An answer has no envelopes; the list itself is reported as an unknown field. */
  @Override
  public void envelope(Given envelope) {
    // SECURITY: its values could still be content, so the guard checks them.
    new ContentGuard()
        .look(
            envelope,
            fault -> {
              String inside = fault.pointer().substring(envelope.at().length());
              faults.ofEnvelope(fault.at("/~0" + inside));
            });
  }

  @Override
  public void fault(Fault fault) {
    faults.ofEnvelope(fault);
  }

  /**
   * @throws Rejected naming every fault
   */
  Resolution finish() {
    Fields fields = new Fields(given, how, faults::ofHandOff);
    Answer answer =
        new Answer(
            said(HandOffField.SECRECY.pointer(), () -> secrecy(fields)),
            said(
                HandOffField.ENTERED_IN_REGISTER.pointer(),
                () -> fields.yesNo(HandOffField.ENTERED_IN_REGISTER)),
            said(HandOffSchema.RECIPIENT_OBJECT, this::recipient),
            said(HandOffField.NETWORK.pointer(), () -> EnvelopeReader.network(fields)));
    String reason = reason(fields);
    if (reason == null || !faults.none()) {
      throw new Rejected(faults.all());
    }
    return new Resolution(answer, reason);
  }

  /** Ends the reading when there are too many faults. */
  Rejected broken(Rejected end) {
    return new Rejected(faults.contentAnd(end.faults()));
  }

  /** A blank field is a fault here, because a blank does not answer anything. */
  private <T> @Nullable T said(String pointer, Supplier<@Nullable T> read) {
    if (given.value(pointer) == null) {
      return null;
    }
    int before = faults.all().size();
    T answer = read.get();
    if (answer == null && faults.all().size() == before) {
      faults.ofHandOff(given.fault(pointer, Code.BAD_VALUE, "answer"));
    }
    return answer;
  }

  private @Nullable Secrecy secrecy(Fields fields) {
    Secrecy secrecy = reader.secrecy(fields);
    return secrecy == Secrecy.UNSPECIFIED ? null : secrecy;
  }

  /** Reads exactly one recipient, also for a partner that writes lists of recipients. */
  private @Nullable Recipient recipient() {
    RecipientLists.parts(given, how).forEach(this::look);
    List<Given> single = RecipientLists.single(given, how);
    if (single.size() != 1 || RecipientLists.unclear(given, how)) {
      String code = HandOffField.RECIPIENT_CODE.pointer();
      faults.ofHandOff(given.fault(code, Code.BAD_VALUE, "recipients"));
      return null;
    }
    Fields fields = new Fields(single.get(0), how, faults::ofHandOff);
    return EnvelopeReader.recipient(single.get(0), fields, faults::ofHandOff);
  }

  // SECURITY: text beside a code in a list is cut away later, so it is checked first.
  private void look(String part) {
    if (Shape.ofContent(part) || DocumentWords.in(part)) {
      faults.ofHandOff(Fault.of(Code.CONTENT_NOT_ALLOWED, "/recipient/code", "shape"));
    }
  }

  private @Nullable String reason(Fields fields) {
    if (given.value(REASON) instanceof String written
        && written.strip().chars().anyMatch(AnswerDraft::breaks)) {
      return fields.wrong(REASON, Code.BAD_VALUE, "reason");
    }
    if (fields.absent(REASON, said -> !said.isEmpty())) {
      faults.ofHandOff(given.fault(REASON, Code.MISSING_FIELD));
      return null;
    }
    String reason = fields.text(REASON, said -> !said.isEmpty());
    // Unicode composition may make a text longer than what the guard has checked.
    if (reason != null && reason.length() > LONGEST_REASON) {
      return fields.wrong(REASON, Code.BAD_VALUE, "reason");
    }
    // SECURITY: people who may not know the degree read the reason, so it must not tell the degree.
    return reason != null && DegreeWords.in(reason)
        ? fields.wrong(REASON, Code.BAD_VALUE, "degree")
        : reason;
  }

  private static boolean breaks(int sign) {
    int type = Character.getType(sign);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
