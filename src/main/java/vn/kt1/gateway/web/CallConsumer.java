package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.ConsumesRequestCondition;
import org.springframework.web.servlet.mvc.condition.ProducesRequestCondition;

/**
 * Runs the route of a call on the thread that brought the call. Camel's own consumer hands the call
 * to another thread; then Spring dispatches it again, through every filter.
 *
 * <p>SECURITY: the route gets the request and no header of it, and no header of the route goes back
 * ({@link HttpDoor} reads and answers).
 */
final class CallConsumer extends SpringBootPlatformHttpConsumer {

  /** So long a call waits for a place, in seconds; then its caller has to come again. */
  private static final int PATIENCE = 5;

  private final Semaphore places;
  private final AnswerSender sender;
  private final ConsumesRequestCondition consumes;
  private final ProducesRequestCondition produces;

  CallConsumer(
      PlatformHttpEndpoint endpoint, Processor processor, Semaphore places, AnswerSender sender) {
    super(endpoint, processor, Runnable::run);
    this.places = places;
    this.sender = sender;
    this.consumes = new ConsumesRequestCondition(types(endpoint.getConsumes()));
    this.produces = new ProducesRequestCondition(types(endpoint.getProduces()));
  }

  private static String[] types(@Nullable String listed) {
    return listed == null ? new String[0] : listed.split(",");
  }

  /** Returns null: for Spring the call is answered then, and is not dispatched again. */
  @Override
  public @Nullable CompletableFuture<Void> service(
      HttpServletRequest request, HttpServletResponse response) {
    try {
      serve(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  /** Whether Spring MVC would find this route for the media types of the request. */
  boolean takes(HttpServletRequest request) {
    return (isStarted() || isSuspended())
        && consumes.getMatchingCondition(request) != null
        && produces.getMatchingCondition(request) != null;
  }

  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<HttpAnswer> answer = isSuspended() ? Optional.empty() : inItsTurn(request);
    if (answer.isPresent()) {
      sender.send(answer.get(), request, response);
    } else {
      sender.notNow(request, response);
    }
  }

  /**
   * SECURITY: only some routes run at once, since each may need many times the memory of its body.
   */
  private Optional<HttpAnswer> inItsTurn(HttpServletRequest request) {
    if (!gotPlace()) {
      return Optional.empty();
    }
    try {
      return answer(request);
    } finally {
      places.release();
    }
  }

  private boolean gotPlace() {
    try {
      return places.tryAcquire(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nothing where the gateway stops: a route that ends takes no call. */
  private Optional<HttpAnswer> answer(HttpServletRequest request) {
    Exchange exchange = createExchange(false);
    exchange.setPattern(ExchangePattern.InOut);
    exchange.getMessage().setBody(request);
    try {
      createUoW(exchange);
      getProcessor().process(exchange);
      if (exchange.getException() == null
          && exchange.getMessage().getBody() instanceof HttpAnswer answer) {
        return Optional.of(answer);
      }
      if (exchange.getException() instanceof RejectedExecutionException) {
        return Optional.empty();
      }
      throw new IllegalStateException("a route gave no answer", exchange.getException());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a route was not run", e);
    } finally {
      doneUoW(exchange);
      releaseExchange(exchange, false);
    }
  }
}
