package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Management;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** Who may see and do what on the management port, over real sockets. */
class ManagementIT {

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static Gateway gateway;
  private static Management stranger;
  private static Management admin;
  private static Management operator;
  private static Management viewer;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    gateway = SHARED.gateway();
    stranger = gateway.management();
    admin = gateway.management("chief", Role.ADMIN);
    operator = gateway.management("watch", Role.OPERATOR);
    viewer = gateway.management("looker", Role.VIEWER);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /actuator/health,                    200, 200, 200, 200",
    "HEAD, /actuator/health/readiness,          200, 200, 200, 200",
    "GET,  /actuator/health/liveness,           200, 200, 200, 200",
    "GET,  /actuator/health/readiness,          200, 200, 200, 200",
    "GET,  /actuator/health/db,                 401, 403, 200, 200",
    "GET,  /actuator,                           401, 403, 200, 200",
    "GET,  /actuator/prometheus,                401, 403, 200, 200",
    "GET,  /actuator/camelroutes,               401, 403, 200, 200",
    "GET,  /actuator/camelroutes/status/detail, 401, 403, 200, 200",
    "GET,  /actuator/camelroutes/none/detail,   401, 403, 404, 404",
    "POST, /actuator/camelroutes/none/suspend,  401, 403, 403, 404",
    "POST, /actuator/camelroutes/status/sing,   401, 403, 403, 400",
    "GET,  /actuator/gateway,                   401, 403, 200, 200",
    "POST, /actuator/gateway,                   401, 403, 403, 405",
    "GET,  /actuator/parked,                    401, 403, 200, 200",
    "POST, /actuator/parked/none/retry,         401, 403, 403, 404",
    "POST, /actuator/parked/none/give-up,       401, 403, 403, 422",
    "POST, /actuator/parked/none/sing,          401, 403, 403, 400",
    "DELETE, /actuator/parked,                  401, 403, 403, 405",
    "GET,  /actuator/none,                      401, 403, 404, 404",
    "GET,  /none,                               401, 403, 404, 404",
    "GET,  /api/v1/shipments,                   401, 403, 404, 404",
  })
  void each_login_may_do_what_it_may(
      String method, String path, int asStranger, int asViewer, int asOperator, int asAdmin) {
    String body = method.equals("POST") ? "{}" : "";
    answers(stranger.send(method, path, body), asStranger);
    answers(viewer.send(method, path, body), asViewer);
    answers(operator.send(method, path, body), asOperator);
    answers(admin.send(method, path, body), asAdmin);
  }

  private static void answers(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
        .isEqualTo(status == 401);
    if (status >= 400) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(Management.json(answer).path("status").asInt()).isEqualTo(status);
      assertThat(Management.json(answer).path("code").asText()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heapdump",
        "env",
        "configprops",
        "logfile",
        "loggers",
        "httpexchanges",
        "threaddump",
        "beans",
        "mappings",
        "metrics",
        "info",
        "shutdown",
        "caches",
        "conditions",
        "scheduledtasks",
        "startup",
        "flyway",
        "quartz",
        "sbom",
        "auditevents",
        "camelroutecontroller",
        "camel"
      })
  void nothing_else_exists(String endpoint) {
    answers(admin.get("/actuator/" + endpoint), 404);
  }

  @Test
  void the_discovery_names_what_is_there_and_nothing_more() {
    assertThat(admin.json("/actuator").path("_links").fieldNames())
        .toIterable()
        .map(name -> name.replaceFirst("-.*", ""))
        .containsOnly("self", "health", "prometheus", "camelroutes", "gateway", "parked");
  }

  @Test
  void a_wrong_password_opens_nothing_not_even_health() {
    gateway.management("somebody", Role.ADMIN);
    Management before = gateway.management("somebody", Role.ADMIN);
    gateway.management("somebody", Role.ADMIN);
    answers(before.get("/actuator/health"), 401);
  }

  @Test
  void a_monitor_scrapes_and_does_nothing_else() {
    Management monitor = gateway.management("monitor", Role.MONITOR);
    answers(monitor.get("/actuator/prometheus"), 200);
    for (String path : List.of("", "/health/db", "/gateway", "/camelroutes", "/parked")) {
      answers(monitor.get("/actuator" + path), 403);
    }
    answers(monitor.send("POST", "/actuator/parked/none/retry", "{}"), 403);
    assertThat(Management.json(monitor.get("/actuator/health")).has("components")).isFalse();
    for (String path : List.of("/shipments", "/order-files", "/evidence", "/people")) {
      assertThat(gateway.api("scraper", Role.MONITOR).get(path).status()).isEqualTo(403);
    }
  }

  @Test
  void a_partners_token_opens_nothing() {
    answers(gateway.managementWithToken("hp-eoffice").get("/actuator/gateway"), 401);
  }

  @Test
  void only_a_status_is_told_without_a_login() {
    assertThat(Management.json(stranger.get("/actuator/health")).fieldNames())
        .toIterable()
        .containsOnly("status", "groups");
    assertThat(Management.json(viewer.get("/actuator/health")).has("components")).isFalse();
    assertThat(Management.json(operator.get("/actuator/health")).has("components")).isTrue();
    assertThat(Management.json(stranger.get("/actuator/health/readiness")).fieldNames())
        .toIterable()
        .containsOnly("status");
  }

  @Test
  void health_has_the_components_of_the_contract_and_no_other() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                admin.get("/actuator/health").statusCode() == 200
                    && component("postSftp").equals("UP"));
    JsonNode health = admin.json("/actuator/health");
    assertThat(health.path("components").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "db",
            "postSftp",
            "trackingApi",
            "mail",
            "outbox",
            "evidence",
            "reportDeadline",
            "silence");
    assertThat(health.at("/components/silence/components").fieldNames())
        .toIterable()
        .contains("hp-eoffice", "qn-eoffice", "receipts", "status");
    JsonNode silence = health.at("/components/silence/components/hp-eoffice/details");
    assertThat(silence.path("ageSeconds").asInt(-1)).isBetween(0, 20);
    assertThat(silence.path("lastSuccess").asText()).endsWith("+07:00");
    assertThat(component("outbox")).isEqualTo("UP");
    assertThat(component("evidence")).isEqualTo("UP");
  }

  private static String component(String name) {
    return admin.json("/actuator/health").at("/components/" + name + "/status").asText();
  }
}
