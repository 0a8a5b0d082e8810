package vn.kt1.gateway.door;

import org.springframework.stereotype.Component;
import vn.kt1.gateway.ledger.Cancellations;
import vn.kt1.gateway.ledger.Cancellations.Cancelled;

/** Answers whoever cancels a shipment; what they may not see is not there. */
@Component
public class Cancelling {

  private final Cancellations cancellations;

  Cancelling(Cancellations cancellations) {
    this.cancellations = cancellations;
  }

  public HttpAnswer cancel(Call call, String contentType) {
    Parameters.of(call).end();
    AskedBody.ofAny(contentType, call.body()).end();
    return cancellations
        .cancel(call.caller(), call.id("shipmentId"))
        .map(Cancelling::answer)
        .orElseThrow(Call::notFound);
  }

  private static HttpAnswer answer(Cancelled cancelled) {
    Fields shown =
        new Fields().with("shipmentId", cancelled.shipmentId()).with("state", cancelled.state());
    return cancelled.asked()
        ? HttpAnswer.of(202, HttpAnswer.JSON, JsonText.of(shown.with("awaiting", "post").done()))
        : HttpAnswer.ok(shown.done());
  }
}
