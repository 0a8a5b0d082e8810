package vn.kt1.gateway.sftp;

import java.io.IOException;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Reports a dropped file to those who must know, before the file is moved or deleted. If this fails
 * now, the file stays. Routes write the texts and mails.
 */
@Component
class Alarms {

  private static final String CHANNEL = "sftp";

  private final CamelContext context;

  Alarms(CamelContext context) {
    this.context = context;
  }

  /**
   * @throws Unavailable when it could not be told now
   */
  void raise(Trouble trouble) {
    Exchange told =
        send(
            template ->
                template.send(
                    "direct:trouble", exchange -> exchange.getMessage().setBody(trouble)));
    if (told.getException() != null) {
      throw new Unavailable("the operators' alarm", told.getException());
    }
  }

  /**
   * Reports a refused hand-off that was read.
   *
   * @throws Unavailable when it could not be told now
   */
  void refused(Caller caller, String correlationId, long size, Rejected rejected) {
    Exchange told =
        send(
            template ->
                template.send(
                    "direct:content-refused",
                    exchange -> {
                      exchange.setVariable("caller", caller);
                      exchange.setVariable("channel", CHANNEL);
                      exchange.setVariable("correlationId", correlationId);
                      exchange.setVariable("size", (int) Math.min(size, Integer.MAX_VALUE));
                      exchange.setProperty(Exchange.EXCEPTION_CAUGHT, rejected);
                    }));
    // The route ends with the refusal, after all are told.
    if (told.getException(Rejected.class) != rejected) {
      throw new Unavailable("the alarm of refused content", told.getException());
    }
  }

  private Exchange send(Function<ProducerTemplate, Exchange> message) {
    try (ProducerTemplate template = context.createProducerTemplate()) {
      return message.apply(template);
    } catch (IOException e) {
      throw new Unavailable("an alarm", e);
    }
  }
}
