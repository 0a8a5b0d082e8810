package vn.kt1.gateway.post;

import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.Cancellations.Cancelled;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

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
    AnswerFields shown =
        new AnswerFields()
            .with("shipmentId", cancelled.shipmentId())
            .with("state", cancelled.state());
    return cancelled.asked()
        ? HttpAnswer.of(202, HttpAnswer.JSON, JsonText.of(shown.with("awaiting", "post").done()))
        : HttpAnswer.ok(shown.done());
  }
}
