package vn.kt1.gateway.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.incident.Confirmation.Result;
import vn.kt1.gateway.incident.Confirmations.Kept;
import vn.kt1.gateway.ledger.ShipmentView;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** Answers the receiving unit that confirms an envelope, or says what is wrong with it. */
@Component
public class Confirming {

  private final Shipments shipments;
  private final Confirmations confirmations;

  Confirming(Shipments shipments, Confirmations confirmations) {
    this.shipments = shipments;
    this.confirmations = confirmations;
  }

  public HttpAnswer confirm(Call call, String contentType) {
    Parameters.of(call).end();
    ShipmentView shipment =
        shipments.one(call.caller(), call.id("shipmentId")).orElseThrow(Call::notFound);
    Confirmations.permit(call.caller(), shipment);
    Confirmation said = said(AskedBody.of(contentType, call.body()));
    Kept kept = confirmations.confirm(call.caller(), call.actor(), shipment, said);
    return HttpAnswer.of(201, HttpAnswer.JSON, JsonText.of(shown(shipment, kept).done()));
  }

  private static Confirmation said(AskedBody body) {
    Result result = body.oneOf("result", Result.class, "confirmation-result");
    Instant at = body.neededTime("at");
    String note = body.words("note");
    Finding finding = body.oneOfAny("finding", Finding.class, "finding");
    if (finding != null && result == Result.RECEIVED) {
      body.fault(Fault.of(Code.BAD_VALUE, "/finding", "finding-without-problem"));
    }
    body.end();
    return new Confirmation(
        Objects.requireNonNull(result),
        finding,
        Objects.requireNonNull(at).truncatedTo(ChronoUnit.MICROS),
        note);
  }

  private static AnswerFields shown(ShipmentView shipment, Kept kept) {
    @Nullable Finding finding = kept.said().finding();
    return new AnswerFields()
        .with("confirmationId", kept.confirmationId())
        .with("shipmentId", shipment.shipmentId())
        .with("result", kept.said().result())
        .with("finding", finding)
        .with("at", AnswerTimes.show(kept.said().at()))
        .with("note", kept.said().note())
        .with("recordedAt", AnswerTimes.show(kept.recordedAt()))
        .with("incidentId", kept.incidentId());
  }
}
