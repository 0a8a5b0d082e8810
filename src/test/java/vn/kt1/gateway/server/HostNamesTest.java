package vn.kt1.gateway.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

/** By which names callers may call this machine. */
class HostNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"kt1.example.vn", "KT1.Example.VN", "localhost", "127.0.0.1", "[::1]"})
  void a_listed_name_and_loopback_may(String host) {
    assertThatCode(() -> call(host, List.of("kt1.example.vn"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "kt1.example.vn.evil.example", "xkt1.example.vn", ""})
  void any_other_may_not(String host) {
    assertThatThrownBy(() -> call(host, List.of("kt1.example.vn")))
        .isInstanceOf(RequestRejectedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "10.0.0.1"})
  void without_a_list_any_may(String host) {
    assertThatCode(() -> call(host, List.of())).doesNotThrowAnyException();
  }

  private static void call(String host, List<String> hosts) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/shipments");
    request.setServerName(host);
    ServerSettings settings =
        new ServerSettings(Duration.ofMinutes(1), Duration.ofMinutes(15), 100, 50, hosts);
    new HeadersAtOnce(settings).getFirewalledRequest(request);
  }
}
