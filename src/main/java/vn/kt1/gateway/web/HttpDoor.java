package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.http.common.HttpMessage;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The only class that touches the exchange of a REST call: it reads the call, removes its headers,
 * and writes the answer.
 */
@Component
public class HttpDoor {

  private static final String CHANNEL = "rest";
  private static final String CALL = "call";
  private static final String TRAY = "tray";
  private static final String HANDING_OFF = "handingOff";

  private final DoorMetrics tally;

  HttpDoor(DoorMetrics tally) {
    this.tally = tally;
  }

  /** Keeps what the gateway needs in variables and drops the rest of the request. */
  public void enter(Exchange exchange) {
    HttpServletRequest request = request(exchange);
    Call call = Call.of(request).at(segments(request));
    exchange.setVariable(CALL, call);
    AnswerTray.of(request).ifPresent(tray -> exchange.setVariable(TRAY, tray));
    exchange.setVariable("caller", call.caller());
    exchange.setVariable("reference", call.correlationId());
    Correlation.begin(exchange, call.correlationId());
    exchange.setVariable("channel", CHANNEL);
    exchange.setVariable("size", call.body().length);
    exchange.setVariable("accept", Objects.requireNonNullElse(request.getHeader("Accept"), "*/*"));
    exchange.setVariable("contentType", Objects.requireNonNullElse(request.getContentType(), ""));
    // SECURITY: no header of a stranger may control a Camel component.
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(call.body());
  }

  private static Map<String, String> segments(HttpServletRequest request) {
    Map<String, String> named = new HashMap<>();
    Object segments = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (segments instanceof Map<?, ?> found) {
      found.forEach((name, value) -> named.put(name.toString(), value.toString()));
    }
    return named;
  }

  /**
   * As {@link #enter}, for a hand-off in JSON. A dry run goes to {@code register-try-out}, which
   * stores nothing.
   */
  public void enterWithHandOff(Exchange exchange) {
    enter(exchange);
    exchange.setVariable(HANDING_OFF, true);
    Parameters parameters = Parameters.of(call(exchange));
    boolean dryRun = parameters.yes("dryRun");
    parameters.end();
    exchange.setVariable(HANDING_OFF, !dryRun);
    exchange.setVariable("way", dryRun ? "register-try-out" : "register");
    exchange.setVariable("language", "json");
  }

  private static HttpServletRequest request(Exchange exchange) {
    Message message = exchange.getMessage();
    return message instanceof PlatformHttpMessage http
        ? http.getRequest()
        : ((HttpMessage) message).getRequest();
  }

  public void receipt(Exchange exchange) {
    Receipt receipt = exchange.getMessage().getBody(Receipt.class);
    boolean taken = handingOff(exchange);
    if (taken) {
      tally.taken(CHANNEL, receipt);
    }
    InputStream json = ReceiptAnswer.of(receipt, call(exchange).locale()).open();
    int status = taken && !receipt.repeated() ? 201 : 200;
    leave(exchange, new HttpAnswer(status, HttpAnswer.JSON, json));
  }

  public void answer(Exchange exchange) {
    leave(exchange, exchange.getMessage().getBody(HttpAnswer.class));
  }

  /** SECURITY: the answer to a hint is always the same, so it does not tell which items exist. */
  public void hinted(Exchange exchange) {
    leave(exchange, HttpAnswer.ok(Map.of("success", true)));
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
    exchange.getMessage().setHeader("Retry-After", 5);
  }

  public void failed(Exchange exchange) {
    if (handingOff(exchange)) {
      tally.failed(CHANNEL);
    }
    problem(exchange, Problem.of(Code.INTERNAL, call(exchange).correlationId()));
  }

  private static void problem(Exchange exchange, Problem problem) {
    InputStream json = problem.answer(call(exchange).locale()).open();
    leave(exchange, new HttpAnswer(problem.status(), Problem.MEDIA_TYPE, json));
  }

  private static void leave(Exchange exchange, HttpAnswer answer) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    message.setHeader(Exchange.CONTENT_TYPE, answer.mediaType());
    AnswerTray tray = exchange.getVariable(TRAY, AnswerTray.class);
    if (tray == null) {
      message.setBody(answer.body());
    } else {
      tray.lay(answer.body());
      message.setBody(null);
    }
  }

  private static boolean handingOff(Exchange exchange) {
    return exchange.getVariable(HANDING_OFF, false, Boolean.class);
  }

  private static Call call(Exchange exchange) {
    return exchange.getVariable(CALL, Call.class);
  }
}
