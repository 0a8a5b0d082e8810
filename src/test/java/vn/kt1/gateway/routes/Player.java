package vn.kt1.gateway.routes;

import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultExchange;
import vn.kt1.gateway.directory.Caller;

/** Sends messages into routes, as a door or a clock would. */
final class Player {

  static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

  private final CamelContext context;
  private final Recorder recorder;

  Player(CamelContext context, Recorder recorder) {
    this.context = context;
    this.recorder = recorder;
  }

  Exchange play(String route) {
    return play(route, exchange -> {});
  }

  /** {@code with} sets what the first step would have found. */
  Exchange play(String route, Consumer<Exchange> with) {
    Stream.of("courier:post", "courier:partner", "courier:mail").forEach(this::listenAt);
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(JSON);
    exchange.setVariable("handingOff", true);
    exchange.setVariable("caller", mock(Caller.class));
    exchange.setVariable("size", JSON.length);
    exchange.setVariable("answered", true);
    with.accept(exchange);
    return context.createProducerTemplate().send("direct:" + route, exchange);
  }

  private void listenAt(String courier) {
    MockEndpoint end = context.getEndpoint(courier, MockEndpoint.class);
    end.reset();
    end.whenAnyExchangeReceived(exchange -> carried(courier));
  }

  private void carried(String courier) throws Exception {
    try {
      recorder.note(courier, List.of(), null);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
