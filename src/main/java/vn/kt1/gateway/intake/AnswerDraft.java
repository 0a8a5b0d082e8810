package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

/**
 * An answer to a held shipment in the making: what it says of an envelope is read as in a hand-off.
 */
final class AnswerDraft implements Sink {

  private static final String REASON = "reason";
  private static final int LONGEST_REASON = 200;

  private final Conventions how;
  private final EnvelopeReader reader;
  private final Faults faults;
  private ObjectNode given = JsonNodeFactory.instance.objectNode();

  AnswerDraft(Spellings spellings, Conventions how, int mostFaults) {
    this.how = how;
    this.reader = new EnvelopeReader(spellings, how);
    this.faults = new Faults(mostFaults);
  }

  @Override
  public void handOff(ObjectNode answer, UnaryOperator<Fault> place) {
    given = answer;
    new ContentGuard().answer(answer, faults::ofHandOff);
  }

  /** An answer has none; the list itself is told as a field nobody knows. */
  @Override
  public void envelope(JsonNode envelope, @Nullable Integer row, UnaryOperator<Fault> place) {
    // SECURITY: what stands in it could be content all the same.
    new ContentGuard().envelope(envelope, "/~0", faults::ofEnvelope);
  }

  @Override
  public void handedOffOnReceipt() {}

  @Override
  public void text(String text) {}

  @Override
  public void fault(Fault fault) {
    faults.ofEnvelope(fault);
  }

  /**
   * @throws Rejected naming every fault
   */
  Resolution finish() {
    Fields fields = new Fields(given, "", how, faults::ofHandOff);
    Answer answer =
        new Answer(
            said("secrecy", () -> secrecy(fields)),
            said("enteredInRegister", () -> fields.yesNo(HandOffField.ENTERED_IN_REGISTER)),
            said("recipient", this::recipient),
            said("network", () -> EnvelopeReader.network(fields)));
    String reason = reason(fields);
    if (reason == null || !faults.none()) {
      throw new Rejected(faults.all());
    }
    return new Resolution(answer, reason);
  }

  /** The reading came to an end of its own. */
  Rejected broken(Rejected end) {
    return new Rejected(faults.contentAnd(end.faults()));
  }

  /** A field that is there says something: a blank is no answer. */
  private <T> @Nullable T said(String field, Supplier<@Nullable T> read) {
    JsonNode value = given.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    int before = faults.all().size();
    T answer = read.get();
    if (answer == null && faults.all().size() == before) {
      faults.ofHandOff(Fault.of(Code.BAD_VALUE, "/" + field, "answer"));
    }
    return answer;
  }

  private @Nullable Secrecy secrecy(Fields fields) {
    Secrecy secrecy = reader.secrecy(fields);
    return secrecy == Secrecy.UNSPECIFIED ? null : secrecy;
  }

  /** One recipient, also where the partner writes lists of them. */
  private @Nullable Recipient recipient() {
    RecipientLists.parts(given, how).forEach(this::look);
    List<JsonNode> single = RecipientLists.single(given, how);
    if (single.size() != 1 || RecipientLists.unclear(given, how)) {
      faults.ofHandOff(Fault.of(Code.BAD_VALUE, "/recipient/code", "recipients"));
      return null;
    }
    return EnvelopeReader.recipient(new Fields(single.get(0), "", how, faults::ofHandOff));
  }

  // SECURITY: what stands beside a code in a list is cut away, so it is looked at before.
  private void look(String part) {
    if (Shape.ofContent(part) || DocumentWords.in(part)) {
      faults.ofHandOff(Fault.of(Code.CONTENT_NOT_ALLOWED, "/recipient/code", "shape"));
    }
  }

  private @Nullable String reason(Fields fields) {
    JsonNode written = given.path(REASON);
    boolean lines =
        written.isTextual() && written.textValue().strip().chars().anyMatch(AnswerDraft::breaks);
    String reason = lines ? null : fields.requiredText(REASON);
    // Composing may lengthen what the guard has let pass.
    if (lines || reason != null && reason.length() > LONGEST_REASON) {
      fields.fault(Code.BAD_VALUE, REASON, "reason");
      return null;
    }
    // SECURITY: a reason is read by those who may not know the degree.
    if (reason != null && DegreeWords.in(reason)) {
      fields.fault(Code.BAD_VALUE, REASON, "degree");
      return null;
    }
    return reason;
  }

  private static boolean breaks(int sign) {
    int type = Character.getType(sign);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
