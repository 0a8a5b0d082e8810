package vn.kt1.gateway.post;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.Corrections.Correction;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** Answers whoever withdraws an event; what they may not see is not there. */
@Component
public class Correcting {

  private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final Corrections corrections;

  Correcting(Corrections corrections) {
    this.corrections = corrections;
  }

  public HttpAnswer correct(Call call, String contentType) {
    Parameters.of(call).end();
    String shipmentId = call.id("shipmentId");
    corrections.permit(call.caller(), shipmentId).orElseThrow(Call::notFound);
    AskedBody body = AskedBody.of(contentType, call.body());
    String event = body.needed("eventId", 40);
    String reason = body.reason();
    body.end();
    return corrections
        .withdraw(call.caller(), call.actor(), shipmentId, id(event), reason)
        .map(Correcting::answer)
        .orElseThrow(Call::notFound);
  }

  private static UUID id(String event) {
    if (!event.matches(UUID_FORM)) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/eventId", "event"));
    }
    return UUID.fromString(event);
  }

  private static HttpAnswer answer(Correction correction) {
    AnswerFields shown =
        new AnswerFields()
            .with("correctionId", correction.correctionId())
            .with("shipmentId", correction.shipmentId())
            .with("eventId", correction.eventId())
            .with("state", correction.state());
    int status = correction.repeated() ? 200 : 201;
    return HttpAnswer.of(status, HttpAnswer.JSON, JsonText.of(shown.done()));
  }
}
