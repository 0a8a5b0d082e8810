package vn.kt1.gateway.transit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Answers whoever says that the time of a shipment does not count. */
@Component
public class Excluding {

  private final Shipments shipments;
  private final Exclusions exclusions;

  Excluding(Shipments shipments, Exclusions exclusions) {
    this.shipments = shipments;
    this.exclusions = exclusions;
  }

  public HttpAnswer exclude(Call call, String contentType) {
    String shipmentId = permitted(call);
    AskedBody body = AskedBody.of(contentType, call.body());
    Exclusion why = body.oneOf("reason", Exclusion.class, "exclusion");
    String note = body.neededWords("note", 200);
    body.end();
    exclusions.exclude(call.actor(), shipmentId, Objects.requireNonNull(why), note);
    return answer(shipmentId, why);
  }

  public HttpAnswer include(Call call) {
    String shipmentId = permitted(call);
    exclusions.include(call.actor(), shipmentId);
    return answer(shipmentId, null);
  }

  /** Which roles may ask stands in the line of the call; what they may not see is not there. */
  private String permitted(Call call) {
    Parameters.of(call).end();
    return shipments
        .one(call.caller(), call.id("shipmentId"))
        .filter(shipment -> shipment.degree() != null)
        .orElseThrow(Call::notFound)
        .shipmentId();
  }

  private static HttpAnswer answer(String shipmentId, @Nullable Exclusion why) {
    return HttpAnswer.ok(
        new AnswerFields().with("shipmentId", shipmentId).with("excluded", why).done());
  }
}
