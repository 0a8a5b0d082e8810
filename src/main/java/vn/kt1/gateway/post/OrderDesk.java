package vn.kt1.gateway.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** Shows operators which order files wait for the post, and sends one again on their word. */
@Component
public class OrderDesk {

  private static final String NAME = "[A-Za-z0-9._-]{1,120}";

  private final KeptFiles files;
  private final Resends resends;

  OrderDesk(KeptFiles files, Resends resends) {
    this.files = files;
    this.resends = resends;
  }

  public HttpAnswer list(Call call) {
    Parameters parameters = Parameters.of(call);
    KeptFile.State state = state(parameters);
    String after = parameters.named("cursor", NAME);
    int limit = parameters.limit();
    parameters.end();
    List<KeptFile> found = files.page(state, after, limit + 1);
    boolean more = found.size() > limit;
    List<KeptFile> page = more ? found.subList(0, limit) : found;
    return HttpAnswer.ok(
        new AnswerFields()
            .with("items", page.stream().map(file -> shown(call, file).done()).toList())
            .with("nextCursor", more ? page.get(limit - 1).name() : null)
            .done());
  }

  public HttpAnswer one(Call call) {
    Parameters.of(call).end();
    return files
        .one(name(call))
        .map(
            file ->
                shown(call, file)
                    .with(
                        "items", files.orders(file.name()).stream().map(OrderDesk::order).toList())
                    .done())
        .map(HttpAnswer::ok)
        .orElseThrow(Call::notFound);
  }

  public HttpAnswer resend(Call call, String contentType) {
    Parameters.of(call).end();
    AskedBody body = AskedBody.of(contentType, call.body());
    String reason = body.reason();
    body.end();
    String name = name(call);
    if (!resends.ask(call.actor(), name, reason)) {
      throw Call.notFound();
    }
    Map<String, @Nullable Object> told =
        new AnswerFields().with("name", name).with("resendOwed", true).done();
    return HttpAnswer.of(202, HttpAnswer.JSON, JsonText.of(told));
  }

  private static String name(Call call) {
    String written = call.path().getOrDefault("name", "");
    if (!written.matches(NAME)) {
      throw Call.notFound();
    }
    return written;
  }

  /** SECURITY: a digest of known orders but for their degrees tells these to whoever tries them. */
  private static AnswerFields shown(Call call, KeptFile file) {
    return new AnswerFields()
        .with("name", file.name())
        .with("province", file.province())
        .with("keptAt", AnswerTimes.show(file.keptAt()))
        .with("sentAt", AnswerTimes.show(file.sentAt()))
        .with("sha256", call.caller().seesDegree("") ? file.sha256() : null)
        .with("orders", file.orders())
        .with("answered", file.answered())
        .with("contradicting", file.contradicting())
        .with("copyKept", file.copyKept())
        .with("resendOwed", file.resendOwed());
  }

  private static Map<String, @Nullable Object> order(KeptFile.One order) {
    return new AnswerFields()
        .with("orderId", order.orderId())
        .with("shipmentId", order.shipmentId())
        .with("answeredAt", AnswerTimes.show(order.answeredAt()))
        .with("receipts", order.answers().stream().map(OrderDesk::receipt).toList())
        .done();
  }

  private static Map<String, @Nullable Object> receipt(KeptFile.Answer answer) {
    return new AnswerFields()
        .with("result", answer.result())
        .with("itemCode", answer.itemCode())
        .with("acceptedAt", AnswerTimes.show(answer.answeredAt()))
        .with("postOffice", answer.postOffice())
        .with("weightGrams", answer.weightGrams())
        .with("reason", answer.reason())
        .with("counts", !answer.contradicts())
        .with("receivedAt", AnswerTimes.show(answer.recordedAt()))
        .done();
  }

  /** All where nothing is said. */
  private static KeptFile.State state(Parameters parameters) {
    KeptFile.State state = parameters.read("state", OrderDesk::state);
    return state == null ? KeptFile.State.ALL : state;
  }

  private static KeptFile.State state(String text) {
    return Arrays.stream(KeptFile.State.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }
}
