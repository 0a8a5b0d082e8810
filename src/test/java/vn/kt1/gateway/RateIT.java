package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.SharedGateway;

/** Who calls too often is sent away for a while, and nobody else is. */
class RateIT {
  private static final int BURST = 5;

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  @Test
  void the_call_beyond_is_429_and_welcome_again_when_it_was_told_and_others_pass() {
    Api api = SHARED.gateway().api("slow");
    HttpResponse<byte[]> beyond = get(api);
    // A second's share may come back meanwhile.
    for (int i = 0; i < 20 * BURST && beyond.statusCode() == 200; i++) {
      beyond = get(api);
    }
    assertThat(beyond.statusCode()).isEqualTo(429);
    assertThat(beyond.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(beyond.headers().firstValue("Retry-After")).contains("1");
    assertThat(new String(beyond.body(), StandardCharsets.UTF_8))
        .contains("\"code\":\"rate-limited\"", "\"correlationId\":\"");
    assertThat(post(SHARED.gateway().api("slow"), "RATE-1").statusCode())
        .as("another token of the same partner")
        .isEqualTo(429);
    Api other = SHARED.gateway().api("qn-eoffice");
    for (int i = 0; i < 4 * BURST; i++) {
      assertThat(get(other).statusCode()).isEqualTo(200);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> post(api, "RATE-1").statusCode() == 201);
    assertThat(SHARED.site().sql("select 1 from hand_off where hand_off_id = 'RATE-1'")).hasSize(1);
    assertThat(
            SHARED
                .gateway()
                .management("watcher", Role.OPERATOR)
                .get("/actuator/prometheus")
                .body())
        .contains("gateway_admin_rate_limited_total")
        .doesNotContainPattern("rate_limited_total\\{[^}]*(partner|caller|name)");
  }

  private static HttpResponse<byte[]> get(Api api) {
    return api.bytes(api.request("/shipments?limit=1").build());
  }

  private static HttpResponse<byte[]> post(Api api, String id) {
    return api.bytes(
        api.request("/hand-offs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(HandOffs.json(id, 1)))
            .build());
  }
}
