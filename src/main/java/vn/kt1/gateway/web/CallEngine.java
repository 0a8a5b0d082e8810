package vn.kt1.gateway.web;

import java.util.concurrent.Semaphore;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.springframework.stereotype.Component;

/**
 * Joins the paths of the API to their routes by {@link CallConsumer}. All share the places for
 * calls under way.
 */
@Component(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME)
class CallEngine implements PlatformHttpEngine {

  private final AnswerSender sender;
  private final Semaphore places;

  CallEngine(AnswerSender sender, CallSettings settings) {
    this.sender = sender;
    this.places = new Semaphore(settings.atOnce());
  }

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
    return new CallConsumer(endpoint, processor, places, sender);
  }
}
