package vn.kt1.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
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

/** The one class that touches the exchange of a REST call: strips it at the door, answers it. */
@Component
public class HttpDoor {

  private static final String CALL = "call";
  private static final String HANDING_OFF = "handingOff";

  private final Tally tally;

  HttpDoor(Tally tally) {
    this.tally = tally;
  }

  /** Keeps what the gateway needs in variables; everything else of the request ends here. */
  public void enter(Exchange exchange) {
    HttpServletRequest request = request(exchange);
    Call call = Call.of(request).at(segments(request));
    exchange.setVariable(CALL, call);
    exchange.setVariable("caller", call.caller());
    exchange.setVariable("reference", call.correlationId());
    exchange.setVariable("accept", Objects.requireNonNullElse(request.getHeader("Accept"), "*/*"));
    exchange.setVariable("contentType", Objects.requireNonNullElse(request.getContentType(), ""));
    // SECURITY: no header of a stranger ever steers a component behind the door.
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

  /** A hand-off is a message in the contract's own language, under no file name. */
  public void enterWithHandOff(Exchange exchange) {
    exchange.setVariable(HANDING_OFF, true);
    enter(exchange);
    Parameters.of(call(exchange)).end();
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
    tally.taken("rest", receipt);
    byte[] json = ReceiptAnswer.json(receipt, call(exchange).locale());
    leave(exchange, new HttpAnswer(receipt.repeated() ? 200 : 201, HttpAnswer.JSON, json));
  }

  public void answer(Exchange exchange) {
    leave(exchange, exchange.getMessage().getBody(HttpAnswer.class));
  }

  public void rejected(Exchange exchange) {
    Rejected rejected = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Rejected.class);
    if (handingOff(exchange)) {
      tally.refused("rest", rejected);
    }
    problem(exchange, Problem.of(rejected, call(exchange).correlationId()));
  }

  public void unavailable(Exchange exchange) {
    problem(exchange, Problem.unavailable(call(exchange).correlationId()));
    exchange.getMessage().setHeader("Retry-After", 5);
  }

  public void failed(Exchange exchange) {
    if (handingOff(exchange)) {
      tally.failed("rest");
    }
    problem(exchange, Problem.of(Code.INTERNAL, call(exchange).correlationId()));
  }

  private static void problem(Exchange exchange, Problem problem) {
    byte[] json = problem.json(call(exchange).locale());
    leave(exchange, new HttpAnswer(problem.status(), Problem.MEDIA_TYPE, json));
  }

  private static void leave(Exchange exchange, HttpAnswer answer) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
    message.setHeader(Exchange.CONTENT_TYPE, answer.mediaType());
    message.setBody(answer.body());
  }

  private static boolean handingOff(Exchange exchange) {
    return exchange.getVariable(HANDING_OFF, false, Boolean.class);
  }

  private static Call call(Exchange exchange) {
    return exchange.getVariable(CALL, Call.class);
  }
}
