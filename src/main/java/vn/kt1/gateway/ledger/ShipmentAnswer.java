package vn.kt1.gateway.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.Sentences;

/** A shipment in the words of the contract (3.3). */
public final class ShipmentAnswer {

  private static final String AWAITING = "awaiting";
  private static final String SECOND_PERSON = "second-person";

  private ShipmentAnswer() {}

  static Map<String, @Nullable Object> of(ShipmentView shipment, Locale locale, Instant now) {
    AnswerFields shown =
        new AnswerFields()
            .with("shipmentId", shipment.shipmentId())
            .with("handOffId", shipment.handOffId())
            .with("envelopeId", shipment.envelopeId())
            .with("sender", sender(shipment))
            .with("recipient", recipient(shipment.recipient()))
            .with("decision", shipment.decision())
            .with("state", shipment.state())
            .with("network", shipment.network())
            .with("urgency", shipment.urgency())
            .with("personalOnly", shipment.personalOnly())
            .with("weightGrams", shipment.weightGrams())
            .with("pieces", shipment.pieces())
            .with("handedOffAt", AnswerTimes.show(shipment.handedOffAt()))
            .with("order", order(shipment.order()))
            .with("itemCode", itemCode(shipment))
            .with(
                "confirmations",
                shipment.confirmations().stream().map(ShipmentAnswer::confirmed).toList());
    // SECURITY: degree data is absent, not null, for callers who may not see it.
    if (shipment.degree() != null) {
      degree(shown, shipment.degree(), locale, now);
    }
    return shown.done();
  }

  private static void degree(
      AnswerFields shown, ShipmentView.Degree degree, Locale locale, Instant now) {
    shown
        .with("secrecy", degree.secrecy())
        .with("mark", degree.secrecy().mark())
        .with("service", degree.service())
        .with("reasons", Sentences.reasons(degree.reasons(), locale))
        .with("warnings", Sentences.warnings(degree.warnings(), locale))
        .with("sla", sla(degree.sla(), now))
        .with("cost", cost(degree.cost()));
    if (degree.proposed() != null) {
      shown.with(AWAITING, SECOND_PERSON).with("proposal", proposal(degree.proposed()));
    }
  }

  private static Map<String, @Nullable Object> sla(Sla sla, Instant now) {
    AnswerFields shown =
        new AnswerFields()
            .with("dueAt", AnswerTimes.show(sla.shownDue()))
            .with("result", sla.result(now));
    return sla.excluded() == null
        ? shown.done()
        : shown.with("excluded", new AnswerFields().with("reason", sla.excluded()).done()).done();
  }

  private static Map<String, @Nullable Object> cost(Cost cost) {
    return new AnswerFields()
        .with("amount", cost.amount())
        .with("vat", cost.vat())
        .with("currency", "VND")
        .with("missing", cost.missing())
        .done();
  }

  private static Map<String, @Nullable Object> confirmed(Confirmed said) {
    return new AnswerFields()
        .with("result", said.result())
        .with("finding", said.finding())
        .with("at", AnswerTimes.show(said.at().toInstant()))
        .with("note", said.note())
        .with("unit", said.unit())
        .with("recordedAt", AnswerTimes.show(said.recordedAt().toInstant()))
        .done();
  }

  /** What a second person is asked to confirm. Evidence tells who proposed it. */
  private static Map<String, @Nullable Object> proposal(ShipmentView.Proposed proposed) {
    Answer answer = proposed.answer();
    AnswerFields shown =
        new AnswerFields()
            .with("role", proposed.role())
            .with("proposedAt", AnswerTimes.show(proposed.at()))
            .with("network", proposed.opens());
    if (answer.secrecy() != null) {
      shown.with("secrecy", answer.secrecy());
    }
    if (answer.enteredInRegister() != null) {
      shown.with("enteredInRegister", answer.enteredInRegister());
    }
    if (answer.recipient() != null) {
      shown.with("recipient", recipient(answer.recipient()));
    }
    return shown.done();
  }

  /** The held shipment after an answer. Callers who may answer may see all of it. */
  public static Map<String, @Nullable Object> resolved(ShipmentView shipment, Locale locale) {
    ShipmentView.Degree degree = Objects.requireNonNull(shipment.degree());
    return new AnswerFields()
        .with("shipmentId", shipment.shipmentId())
        .with("decision", shipment.decision())
        .with("state", shipment.state())
        .with("network", shipment.network())
        .with("service", degree.service())
        .with("reasons", Sentences.reasons(degree.reasons(), locale))
        .with("warnings", Sentences.warnings(degree.warnings(), locale))
        .done();
  }

  public static Map<String, @Nullable Object> awaitingASecondPerson(String shipmentId) {
    return new AnswerFields().with("shipmentId", shipmentId).with(AWAITING, SECOND_PERSON).done();
  }

  private static Map<String, @Nullable Object> sender(ShipmentView shipment) {
    return new AnswerFields()
        .with("code", shipment.senderCode())
        .with("name", shipment.senderName())
        .done();
  }

  private static Map<String, @Nullable Object> recipient(Recipient recipient) {
    return new AnswerFields()
        .with("code", recipient.code())
        .with("name", recipient.name())
        .with("address", recipient.address())
        .with("addressee", recipient.addressee())
        .done();
  }

  private static @Nullable Map<String, @Nullable Object> order(
      ShipmentView.@Nullable Ordered order) {
    return order == null
        ? null
        : new AnswerFields()
            .with("orderId", order.orderId())
            .with("file", order.file())
            .with("sentAt", AnswerTimes.show(order.sentAt()))
            .done();
  }

  private static @Nullable Map<String, @Nullable Object> itemCode(ShipmentView shipment) {
    return shipment.itemCode() == null
        ? null
        : new AnswerFields()
            .with("raw", shipment.itemCode().raw())
            .with("normalised", shipment.itemCode().normalised())
            .with("checkDigitValid", shipment.itemCode().checkDigitValid())
            .done();
  }

  static Map<String, @Nullable Object> event(TimelineEvent event) {
    return new AnswerFields()
        .with("eventId", event.eventId())
        .with("state", event.state())
        .with("source", event.source())
        .with("rawCode", event.rawCode())
        .with("rawText", event.rawText())
        .with("location", event.location())
        .with("occurredAt", AnswerTimes.show(event.occurredAt()))
        .with("recordedAt", AnswerTimes.show(event.recordedAt()))
        .with("correctedBy", event.correctedBy())
        .done();
  }
}
