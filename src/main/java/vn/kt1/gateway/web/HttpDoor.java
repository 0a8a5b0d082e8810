package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The only class that touches the exchange of a REST call: it reads the call, and makes the answer
 * its body. Who brings the request, and sends the answer: {@link CallConsumer}.
 */
@Component
public class HttpDoor {

  private static final String CHANNEL = "rest";
  private static final String CALL = "call";
  private static final String HANDING_OFF = "handingOff";

  private final DoorMetrics tally;

  HttpDoor(DoorMetrics tally) {
    this.tally = tally;
  }

  /** Keeps what the gateway needs in variables. The body of the call takes the request's place. */
  public void enter(Exchange exchange) {
    HttpServletRequest request = exchange.getMessage().getBody(HttpServletRequest.class);
    Call call = Call.of(request);
    exchange.setVariable(CALL, call);
    exchange.setVariable("caller", call.caller());
    exchange.setVariable("reference", call.correlationId());
    Correlation.begin(exchange, call.correlationId());
    exchange.setVariable("channel", CHANNEL);
    exchange.setVariable("size", call.body().length);
    exchange.setVariable("accept", Objects.requireNonNullElse(request.getHeader("Accept"), "*/*"));
    exchange.setVariable("contentType", Objects.requireNonNullElse(request.getContentType(), ""));
    exchange.getMessage().setBody(call.body());
  }

  /**
   * As {@link #enter}, for a hand-off in JSON. A dry run hands nothing off: it goes to {@code
   * register-try-out}, which stores nothing.
   */
  public void enterWithHandOff(Exchange exchange) {
    enter(exchange);
    exchange.setVariable(HANDING_OFF, true);
    Parameters parameters = Parameters.of(call(exchange));
    boolean dryRun = parameters.yes("dryRun");
    parameters.end();
    exchange.setVariable(HANDING_OFF, !dryRun);
    exchange.setVariable("language", "json");
  }

  public void receipt(Exchange exchange) {
    Receipt receipt = exchange.getMessage().getBody(Receipt.class);
    boolean taken = handingOff(exchange);
    if (taken) {
      tally.taken(CHANNEL, receipt);
    }
    InputStream json = ReceiptAnswer.of(receipt, call(exchange).locale()).open();
    int status = taken && !receipt.repeated() ? 201 : 200;
    exchange.getMessage().setBody(new HttpAnswer(status, HttpAnswer.JSON, json));
  }

  /** SECURITY: the answer to a hint is always the same, so it does not tell which items exist. */
  public void hinted(Exchange exchange) {
    exchange.getMessage().setBody(HttpAnswer.ok(Map.of("success", true)));
  }

  public void rejected(Exchange exchange) {
    Rejected rejected = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Rejected.class);
    if (handingOff(exchange)) {
      tally.refused(CHANNEL, rejected);
    }
    problem(exchange, Problem.of(rejected, call(exchange).correlationId()));
  }

  public void unavailable(Exchange exchange) {
    problem(exchange, Problem.unavailable(call(exchange).correlationId()));
  }

  public void failed(Exchange exchange) {
    if (handingOff(exchange)) {
      tally.failed(CHANNEL);
    }
    problem(exchange, Problem.of(Code.INTERNAL, call(exchange).correlationId()));
  }

  private static void problem(Exchange exchange, Problem problem) {
    InputStream json = problem.answer(call(exchange).locale()).open();
    exchange.getMessage().setBody(new HttpAnswer(problem.status(), Problem.MEDIA_TYPE, json));
  }

  private static boolean handingOff(Exchange exchange) {
    return exchange.getVariable(HANDING_OFF, false, Boolean.class);
  }

  private static Call call(Exchange exchange) {
    return exchange.getVariable(CALL, Call.class);
  }
}
