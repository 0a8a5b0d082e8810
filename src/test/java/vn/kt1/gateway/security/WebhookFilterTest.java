package vn.kt1.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.kt1.gateway.server.Bodies;
import vn.kt1.gateway.server.SlowSettings;

class WebhookFilterTest {

  private final long[] now = {0};
  private final Counter limited = new SimpleMeterRegistry().counter("limited");

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.1, false",
    "2001:db8::/32, 2001:db8:1::5, true",
    "2001:db8::/32, 2001:db9::5, false",
    "0.0.0.0/0, ::1, false",
    "203.0.113.7, 127.0.0.1, false"
  })
  void lets_in_the_addresses_of_the_post_and_nobody_else(String source, String from, boolean in)
      throws Exception {
    assertThat(call(filter(List.of(source), 10), from, 10)).isEqualTo(in ? 200 : 403);
  }

  @Test
  void lets_nobody_in_where_no_address_is_listed() throws Exception {
    assertThat(call(filter(List.of(), 10), "127.0.0.1", 10)).isEqualTo(403);
  }

  @Test
  void believes_no_header_about_where_a_call_comes_from() throws Exception {
    MockHttpServletRequest request = request("198.51.100.1", 10);
    for (String header : List.of("X-Forwarded-For", "X-Real-IP", "Client-IP", "Forwarded")) {
      request.addHeader(header, header.equals("Forwarded") ? "for=203.0.113.7" : "203.0.113.7");
    }
    assertThat(call(filter(List.of("203.0.113.7"), 10), request).getStatus()).isEqualTo(403);
  }

  @Test
  void a_call_too_many_is_told_when_to_come_again_and_strangers_use_nothing_up() throws Exception {
    WebhookFilter filter = filter(List.of("203.0.113.0/24"), 6);
    for (int i = 0; i < 20; i++) {
      call(filter, "198.51.100.1", 10);
    }
    for (int i = 0; i < 6; i++) {
      assertThat(call(filter, "203.0.113." + i, 10)).isEqualTo(200);
    }
    MockHttpServletResponse beyond = call(filter, request("203.0.113.9", 10));
    assertThat(beyond.getStatus()).isEqualTo(429);
    assertThat(beyond.getHeader("Retry-After")).isEqualTo("10");
    assertThat(limited.count()).isEqualTo(1);
    now[0] += Duration.ofSeconds(10).toNanos();
    assertThat(call(filter, "203.0.113.9", 10)).isEqualTo(200);
  }

  @Test
  void takes_256_kib_and_not_a_byte_more() throws Exception {
    WebhookFilter filter = filter(List.of("203.0.113.7"), 10);
    assertThat(call(filter, "203.0.113.7", 256 * 1024)).isEqualTo(200);
    assertThat(call(filter, "203.0.113.7", 256 * 1024 + 1)).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"my.vnpost.vn", "203.0.113", "203.0.113.0/33", "203.0.113.7:80", "localhost", " "})
  void no_start_with_a_source_that_is_no_address(String source) {
    assertThat(new WebhookSettings(List.of("::1", source), 10).faults(null))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).isEqualTo("gateway.tracking.webhook.sources[1]");
              assertThat(fault.toString()).doesNotContain("vnpost.vn");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "203.0.113.0/24", "::1", "2001:db8::/32"})
  void an_address_or_a_network_is_fine(String source) {
    assertThat(new WebhookSettings(List.of(source), 10).faults(null)).isEmpty();
  }

  private WebhookFilter filter(List<String> sources, int perMinute) {
    TimeMeter time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return now[0];
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
    return new WebhookFilter(
        new WebhookSettings(sources, perMinute), new Bodies(SlowSettings.usual()), time, limited);
  }

  private static int call(WebhookFilter filter, String from, int size) throws Exception {
    return call(filter, request(from, size)).getStatus();
  }

  private static MockHttpServletResponse call(WebhookFilter filter, MockHttpServletRequest request)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }

  private static MockHttpServletRequest request(String from, int size) {
    var request = new MockHttpServletRequest("POST", "/api/v1/webhooks/vnpost");
    request.setRemoteAddr(from);
    request.setContent(" ".repeat(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return request;
  }
}
