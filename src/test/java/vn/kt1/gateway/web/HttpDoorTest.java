package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;

/** What of a call's headers comes in, and what goes back. */
class HttpDoorTest {

  /** Spelled as HTTP/2 does and as nobody would: Camel 4.18.0 takes them for other headers. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "authorization", "Bearer planted",
          "cookie", "planted=1",
          "mail.smtp.host", "planted.example",
          "Long-Running-Action", "planted",
          "CamelHttpUri", "http://planted.example",
          "cAMELbEANmETHODnAME", "stop");

  private final HttpDoor door = new HttpDoor(mock());

  @Test
  void no_header_comes_in() {
    Exchange exchange = call();
    door.enter(exchange);
    assertThat(exchange.getMessage().getHeaders()).isEmpty();
  }

  /** CVE-2026-85254: the platform's own list of what is not sent back knows one spelling only. */
  @Test
  void no_header_goes_back() {
    Exchange exchange = call();
    exchange.getMessage().setBody(HttpAnswer.nothing());
    door.answer(exchange);
    assertThat(exchange.getMessage().getHeaders())
        .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE);
  }

  private static Exchange call() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    Caller caller = new Caller("hp-eoffice", Role.PARTNER, Set.of(), null);
    new Call(caller, "", Locale.ROOT, "id-1", Map.of(), Map.of(), new byte[0]).letIn(request);
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setMessage(message(exchange, request));
    HEADERS.forEach(exchange.getMessage()::setHeader);
    return exchange;
  }

  private static PlatformHttpMessage message(Exchange exchange, MockHttpServletRequest request) {
    return new PlatformHttpMessage(exchange, mock(), request, new MockHttpServletResponse());
  }
}
