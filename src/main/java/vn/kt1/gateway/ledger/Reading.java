package vn.kt1.gateway.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.slip.Slip;
import vn.kt1.gateway.slip.SlipPrinter;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;
import vn.kt1.gateway.web.ReceiptAnswer;

/** Answers the reads of people and machines. What a caller may not see does not exist for it. */
@Component
public class Reading {

  private final Shipments shipments;
  private final Clock clock;
  private final SlipPrinter printer = new SlipPrinter();

  Reading(Shipments shipments, Clock clock) {
    this.shipments = shipments;
    this.clock = clock;
  }

  public HttpAnswer handOff(Call call) {
    Parameters.of(call).end();
    return shipments
        .receipt(call.caller(), call.id("handOffId"))
        .map(kept -> ReceiptAnswer.of(kept.receipt(), call.locale(), kept.degree()))
        .map(json -> new HttpAnswer(200, HttpAnswer.JSON, json.open()))
        .orElseThrow(Call::notFound);
  }

  public HttpAnswer slip(Call call) {
    Parameters parameters = Parameters.of(call);
    parameters.only("as", "pdf");
    parameters.end();
    List<ShipmentView> found =
        shipments.ofHandOff(call.caller(), call.id("handOffId"), Slip.MOST_LINES + 1);
    if (found.isEmpty()) {
      throw Call.notFound();
    }
    if (found.size() > Slip.MOST_LINES) {
      throw new Rejected(Fault.of(Code.TOO_MANY, "", "slip", String.valueOf(Slip.MOST_LINES)));
    }
    return HttpAnswer.of(200, "application/pdf", printer.print(slip(found)));
  }

  private static Slip slip(List<ShipmentView> found) {
    ShipmentView first = found.get(0);
    return new Slip(
        first.handOffId(),
        first.senderCode(),
        first.senderName(),
        first.handedOffAt(),
        found.stream().map(Reading::line).toList());
  }

  private static Slip.Line line(ShipmentView shipment) {
    return new Slip.Line(
        shipment.shipmentId(),
        shipment.envelopeId(),
        // With a label, a cancelled envelope would be sent all the same.
        shipment.state() == ShipmentState.CANCELLED ? Slip.CANCELLED : shipment.decision().name(),
        shipment.recipient().code(),
        shipment.recipient().name(),
        shipment.recipient().address(),
        shipment.recipient().addressee(),
        shipment.pieces(),
        shipment.weightGrams(),
        shipment.network() == null ? null : shipment.network().name());
  }

  public HttpAnswer shipment(Call call) {
    Parameters.of(call).end();
    Instant now = clock.instant();
    return shipments
        .one(call.caller(), call.id("shipmentId"))
        .map(shipment -> HttpAnswer.ok(ShipmentAnswer.of(shipment, call.locale(), now)))
        .orElseThrow(Call::notFound);
  }

  public HttpAnswer timeline(Call call) {
    Parameters.of(call).end();
    return shipments
        .timeline(call.caller(), call.id("shipmentId"))
        .map(events -> events.stream().map(ShipmentAnswer::event).toList())
        .map(events -> HttpAnswer.ok(new AnswerFields().with("items", events).done()))
        .orElseThrow(Call::notFound);
  }

  public HttpAnswer list(Call call) {
    Instant now = clock.instant();
    ShipmentPage page =
        shipments.page(call.caller(), ShipmentParameters.query(Parameters.of(call)));
    return HttpAnswer.ok(
        new AnswerFields()
            .with(
                "items",
                page.items().stream()
                    .map(shipment -> ShipmentAnswer.of(shipment, call.locale(), now))
                    .toList())
            .with("nextCursor", ShipmentParameters.cursor(page))
            .done());
  }
}
