package vn.kt1.gateway.transit;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Answers whoever asks what is late, with the hours that no mail tells. */
@Component
public class OverdueList {

  private final OverdueRows rows;
  private final Clock clock;

  OverdueList(OverdueRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  public HttpAnswer list(Call call) {
    Parameters given = Parameters.of(call);
    String unit = given.read("unit", UnitCode::normalise);
    int limit = given.limit();
    given.end();
    Instant now = clock.instant();
    return HttpAnswer.ok(
        new AnswerFields()
            .with(
                "items",
                rows.of(call.caller(), unit, limit).stream()
                    .map(one -> shown(one, now, call.locale()))
                    .toList())
            .done());
  }

  private static Map<String, @Nullable Object> shown(Overdue one, Instant now, Locale locale) {
    long hours = one.hoursLeft(now);
    return new AnswerFields()
        .with("shipmentId", one.shipmentId())
        .with("itemCode", one.itemCode())
        .with(
            "sender",
            new AnswerFields().with("code", one.senderCode()).with("name", one.senderName()).done())
        .with("state", one.state())
        .with("dueAt", AnswerTimes.show(one.dueAt()))
        .with("hoursLeft", hours)
        .with("detail", sentence(hours).in(locale))
        .done();
  }

  private static Text sentence(long hours) {
    if (hours == 0) {
      return Text.of("overdue.soon");
    }
    return hours < 0
        ? Text.of("overdue.late", String.valueOf(-hours))
        : Text.of("overdue.left", String.valueOf(hours));
  }
}
