package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Management;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Site;

/** What an administrator does and sees at a gateway at work with real peers. */
@ExtendWith(OutputCaptureExtension.class)
class AdministrationIT {

  private static final String ROUTES = "/actuator/camelroutes/";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path temp;
  private static Site site;
  private static PartnerTree partner;
  private static PostTree post;
  private static Gateway gateway;
  private static Management admin;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    partner = new PartnerTree(site, "hp-eoffice");
    post = new PostTree(site);
    open();
  }

  private static void open() {
    gateway = Gateway.start(site);
    admin = gateway.management("chief", Role.ADMIN);
  }

  private static void restart() {
    gateway.close();
    open();
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    site.close();
  }

  @Test
  void a_suspended_route_is_suspended_after_a_restart_and_works_again_when_resumed()
      throws Exception {
    String drop = "hand-off-by-sftp-hp-eoffice";
    switched(drop, "suspend", "Suspended");
    switched(drop, "suspend", "Suspended");
    switched("orders-make", "suspend", "Suspended");
    assertThat(admin.json("/actuator/gateway").path("resting"))
        .extracting(JsonNode::asText)
        .contains(drop, "orders-make")
        .isSorted();
    switched("status", "stop", "Stopped");
    restart();
    assertThat(status(drop)).isEqualTo("Suspended");
    assertThat(status("orders-make")).isEqualTo("Suspended");
    assertThat(status("status")).isEqualTo("Stopped");
    assertThat(status("receipts")).isEqualTo("Started");
    partner.drop("resting.csv", HandOffs.csv("RESTING", 1));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> Files.exists(partner.outbox().resolve("resting.csv")));
    switched(drop, "resume", "Started");
    switched(drop, "start", "Started");
    String shipment = partner.receipt("resting.csv").at("/shipments/0/shipmentId").asText();
    assertThat(admin.json("/actuator/gateway").path("backlog").asInt()).isPositive();
    assertThat(component("outbox")).isEqualTo("UP");
    site.execute("update outbox set since = since - interval '1 hour'");
    await().atMost(PATIENCE).until(() -> component("outbox").equals("DOWN"));
    switched("orders-make", "start", "Started");
    switched("status", "start", "Started");
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    assertThat(site.sql("select 1 from route_wish where route_id <> 'hand-off-by-rest'")).isEmpty();
    assertThat(
            site.sql(
                "select concat_ws(' ', actor, act, subject) from evidence where act like 'route-%'"
                    + " and subject not in ('hand-off-by-rest', 'register')"
                    + " order by seq"))
        .startsWith("chief route-suspend " + drop)
        .contains("chief route-stop status", "chief route-resume " + drop)
        .hasSize(8);
  }

  @Test
  void a_call_to_a_suspended_route_is_told_to_come_again_also_after_a_restart() throws Exception {
    for (String verb : List.of("suspend", "stop")) {
      assertThat(admin.post(ROUTES + "hand-off-by-rest/" + verb, "{}").statusCode()).isEqualTo(204);
      notNow(gateway.api("hp-eoffice"));
      notReady("resting", "hand-off-by-rest");
      restart();
      notReady("resting", "hand-off-by-rest");
      assertThat(status("hand-off-by-rest")).isEqualTo("Suspended");
      notNow(gateway.api("hp-eoffice"));
      assertThat(gateway.api("hp-eoffice").get("/shipments").status()).isEqualTo(200);
      switched("hand-off-by-rest", "resume", "Started");
      assertThat(readiness()).isEqualTo(200);
      Api.Answer taken =
          gateway.api("hp-eoffice").post("/hand-offs", HandOffs.json("AGAIN-" + verb, 1));
      assertThat(taken.status()).isEqualTo(201);
    }
  }

  @Test
  void a_database_that_only_reads_shows_in_health_and_calls_come_again() throws Exception {
    HikariDataSource pool = gateway.bean(HikariDataSource.class);
    Api api = gateway.api("hp-eoffice");
    assertThat(readiness()).isEqualTo(200);
    onEach(pool, "set session characteristics as transaction read only");
    try {
      notNow(api);
      assertThat(component("db")).isEqualTo("DOWN");
      assertThat(admin.get("/actuator/health").body())
          .contains("the database is read-only")
          .doesNotContainPattern("[a-z]+\\.[a-z]+\\.[A-Z]\\w+|Exception");
      assertThat(readiness()).isEqualTo(503);
    } finally {
      onEach(pool, "set session characteristics as transaction read write");
    }
    assertThat(readiness()).isEqualTo(200);
    assertThat(api.post("/hand-offs", HandOffs.json("WRITTEN", 1)).status()).isEqualTo(201);
  }

  /** All at once: whoever else wants one waits. */
  private static void onEach(HikariDataSource pool, String statement) throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      while (all.size() < pool.getMaximumPoolSize()) {
        Connection one = pool.getConnection();
        all.add(one);
        try (Statement open = one.createStatement()) {
          open.execute(statement);
        }
      }
    } finally {
      for (Connection one : all) {
        one.close();
      }
    }
  }

  private static void notReady(String... why) {
    assertThat(readiness()).isEqualTo(503);
    HttpResponse<String> health = admin.get("/actuator/health");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(
            Management.json(health)
                .at("/components/silence/components/rest/details/cause")
                .asText())
        .contains(why);
  }

  /** As a load balancer asks for it. */
  private static int readiness() {
    return gateway.management().get("/actuator/health/readiness").statusCode();
  }

  @Test
  void a_step_that_rests_loses_nothing_of_those_that_need_it() throws Exception {
    switched("register", "suspend", "Suspended");
    notNow(gateway.api("hp-eoffice"));
    partner.drop("step.csv", HandOffs.csv("STEP", 1));
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> Files.exists(partner.outbox().resolve("step.csv")));
    switched("register", "resume", "Started");
    assertThat(partner.receipt("step.csv").path("handOffId").asText()).isEqualTo("STEP");
    assertThat(site.sql("select 1 from parking where resolved_at is null")).isEmpty();
  }

  private static void notNow(Api api) throws Exception {
    HttpRequest request =
        api.request("/hand-offs")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(HandOffs.json("NOT-NOW", 1)))
            .build();
    HttpResponse<byte[]> answer = api.bytes(request);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(site.sql("select 1 from hand_off where hand_off_id = 'NOT-NOW'")).isEmpty();
  }

  @Test
  void a_dead_server_of_the_post_shows_in_health_and_once_in_the_log(CapturedOutput log)
      throws Exception {
    // A feed that has not been looked into yet is UP for a while, and has no age.
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin
                    .json("/actuator/health")
                    .at("/components/postSftp/details/receipts")
                    .has("ageSeconds"));
    site.line().refuse();
    try {
      awaitBothFeedsRefused();
      JsonNode health = admin.json("/actuator/health");
      JsonNode feed = health.at("/components/postSftp/details/receipts");
      assertThat(feed.path("cause").asText()).doesNotContain(" 127");
      assertThat(feed.path("ageSeconds").asInt(-1)).isNotNegative();
      assertThat(health.at("/components/postSftp/status").asText()).isEqualTo("DOWN");
      assertThat(health.at("/components/silence/components/status/status").asText())
          .isEqualTo("DOWN");
      assertThat(gateway.management().get("/actuator/health").statusCode()).isEqualTo(503);
      assertThat(gateway.management().get("/actuator/health/readiness").statusCode())
          .isEqualTo(200);
      assertThat(gateway.management().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    } finally {
      site.line().heal();
    }
    await().atMost(PATIENCE).until(() -> component("postSftp").equals("UP"));
    assertThat(log.getAll().split("polls fail and are tried again: route receipts ")).hasSize(2);
    assertThat(log.getAll().split("polls succeed again: route receipts")).hasSize(2);
    assertThat(measure("gateway_door_poll_failures_total{route=\"receipts\"")).isPositive();
  }

  /** Each feed is polled by itself: one may still live on its last success. */
  private static void awaitBothFeedsRefused() {
    for (String feed : List.of("receipts", "status")) {
      String at = "/components/postSftp/details/" + feed;
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                JsonNode shown = admin.json("/actuator/health").at(at);
                return shown.path("status").asText().equals("DOWN")
                    && shown.path("cause").asText().contains("the post’s server closed");
              });
    }
  }

  @Test
  void a_parked_file_is_tried_again_or_given_up_and_both_are_evidence() throws Exception {
    String again = parkFile("again.csv");
    String never = parkFile("never.csv");
    assertThat(admin.json("/actuator/gateway").path("parked").asInt()).isEqualTo(2);
    partnersServerAway(
        () ->
            assertThat(admin.post("/actuator/parked/" + again + "/retry", "{}").statusCode())
                .isEqualTo(503));
    assertThat(admin.post("/actuator/parked/" + again + "/retry", "{}").statusCode())
        .isEqualTo(204);
    assertThat(partner.receipt("again.csv").path("handOffId").asText()).isEqualTo("again");
    String giveUp = "/actuator/parked/" + never + "/give-up";
    assertThat(admin.post(giveUp, "{}").statusCode()).isEqualTo(422);
    assertThat(admin.post(giveUp, "{\"reason\": \"" + "x".repeat(201) + "\"}").statusCode())
        .isEqualTo(422);
    assertThat(admin.post(giveUp, "{\"reason\": \"hỏng thật\"}").statusCode()).isEqualTo(204);
    assertThat(admin.post(giveUp, "{\"reason\": \"hỏng thật\"}").statusCode()).isEqualTo(404);
    assertThat(admin.post("/actuator/parked/" + again + "/retry", "{}").statusCode())
        .isEqualTo(404);
    assertThat(partner.error("never.csv").path("code").asText()).isEqualTo("internal");
    assertThat(partner.rejected().resolve("never.csv")).exists();
    assertThat(admin.json("/actuator/parked").path("items")).isEmpty();
    assertThat(
            site.sql(
                "select concat_ws(' ', actor, act, detail) from evidence where act like 'parked-%'"
                    + " and detail::text like '%sftp-hp-eoffice%' order by seq"))
        .satisfiesExactly(
            first -> assertThat(first).contains("chief parked-retry", "again.csv"),
            second -> assertThat(second).contains("chief parked-give-up", "hỏng thật"));
    assertThat(site.sql("select resolved_by from parking where resolution = 'GIVEN_UP'"))
        .containsExactly("chief");
  }

  @Test
  void a_parked_file_waits_for_a_newer_one_of_its_name() throws Exception {
    String id = parkFile("newer.csv");
    // A link is left alone, so this newer one stays for as long as the test wants.
    Path newer =
        Files.createSymbolicLink(partner.outbox().resolve("newer.csv"), temp.resolve("x.csv"));
    Files.writeString(temp.resolve("x.csv"), "newer");
    assertThat(admin.post("/actuator/parked/" + id + "/retry", "{}").statusCode()).isEqualTo(503);
    assertThat(partner.outbox().resolve("newer.csv.sha256")).doesNotExist();
    assertThat(partner.outbox().resolve(".parked/newer.csv")).exists();

    Files.delete(newer);
    assertThat(admin.post("/actuator/parked/" + id + "/retry", "{}").statusCode()).isEqualTo(204);
    assertThat(partner.receipt("newer.csv").path("handOffId").asText()).isEqualTo("newer");
  }

  @Test
  void a_parked_file_that_is_gone_stays_until_it_is_given_up_and_is_not_answered()
      throws Exception {
    String id = parkFile("gone.csv");
    Files.delete(partner.outbox().resolve(".parked/gone.csv"));
    HttpResponse<String> answer = admin.post("/actuator/parked/" + id + "/retry", "{}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Management.json(answer).path("detail").asText()).contains(".parked/");
    assertThat(admin.json("/actuator/parked").path("items")).hasSize(1);
    String reason = "{\"reason\": \"gone\"}";
    assertThat(admin.post("/actuator/parked/" + id + "/give-up", reason).statusCode())
        .isEqualTo(204);
    assertThat(admin.json("/actuator/parked").path("items")).isEmpty();
    assertThat(partner.rejected().resolve("gone.csv.error.json")).doesNotExist();
  }

  @Test
  void a_parked_file_of_the_post_is_given_up_beside_its_result() throws Exception {
    site.execute("revoke insert on post_file from kt1_app");
    post.put(
        "status", "toi-mat.csv", PostTree.STATUS + "EA100000001VN,1,x,2026-01-01T00:00:00Z,,\n");
    String id = parked("toi-mat.csv", "*");
    site.execute("grant insert on post_file to kt1_app");
    String reason = "{\"reason\": \"odd\"}";
    assertThat(admin.post("/actuator/parked/" + id + "/give-up", reason).statusCode())
        .isEqualTo(204);
    assertThat(post.result("status/.failed/toi-mat.csv").path("code").asText())
        .isEqualTo("internal");
  }

  private static String parkFile(String name) {
    site.execute("revoke insert on hand_off from kt1_app");
    String id = name.replace(".csv", "");
    partner.drop(name, HandOffs.csv(id, 1));
    String parked = parked(name, name);
    site.execute("grant insert on hand_off to kt1_app");
    return parked;
  }

  /** Waits for that file to be parked; the id under which it is. */
  private static String parked(String file, String shown) {
    String query = "select parking_id from parking where resolved_at is null and reference = ";
    await().atMost(PATIENCE).until(() -> !site.sql(query + "'" + file + "'").isEmpty());
    String id = site.sql(query + "'" + file + "'").get(0);
    JsonNode items = admin.json("/actuator/parked").path("items");
    assertThat(items)
        .anySatisfy(
            item -> {
              assertThat(item.path("id").asText()).isEqualTo(id);
              assertThat(item.path("reference").asText()).isEqualTo(shown);
              assertThat(item.path("since").asText()).endsWith("+07:00");
              assertThat(item.path("nextStep").asText()).isEqualTo("look-at-the-file");
              assertThat(item.has("shipmentId")).isTrue();
            });
    return id;
  }

  private static void partnersServerAway(ThrowingRunnable meanwhile) throws Exception {
    site.ssh().stop();
    try {
      meanwhile.run();
    } catch (Throwable e) {
      throw new AssertionError(e);
    } finally {
      site.ssh().start();
    }
  }

  @Test
  void a_database_that_is_away_is_told_in_time_and_recognises_nobody() throws Exception {
    Management stranger = gateway.management();
    site.stopDatabase();
    try {
      HttpResponse<String> health =
          assertTimeout(Duration.ofSeconds(25), () -> stranger.get("/actuator/health"));
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("DOWN").doesNotContain("Exception", "127.0.0.1");
      assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
      assertThat(stranger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      HttpResponse<String> asked = admin.get("/actuator/gateway");
      assertThat(asked.statusCode()).isEqualTo(503);
      assertThat(asked.headers().firstValue("Retry-After")).isPresent();
    } finally {
      site.startDatabase();
    }
    await().atMost(PATIENCE).until(() -> admin.get("/actuator/gateway").statusCode() == 200);
    await().atMost(PATIENCE).until(() -> component("outbox").equals("UP"));
  }

  @Test
  void measures_count_and_tell_no_degree() throws Exception {
    Api api = gateway.api("hp-eoffice");
    double before = measure("gateway_door_hand_offs_total{channel=\"rest\",outcome=\"taken\"");
    String body = HandOffs.json("MEASURED", 2);
    String shipment = api.post("/hand-offs", body).body().at("/shipments/0/shipmentId").asText();
    assertThat(api.post("/hand-offs", body).status()).isEqualTo(200);
    assertThat(api.post("/hand-offs", body.replace("H24.16", "H24.99")).status()).isEqualTo(422);
    assertThat(api.get("/shipments/" + shipment).status()).isEqualTo(200);
    assertThat(api.get("/no-such-path-of-a-stranger").status()).isEqualTo(404);
    assertThat(measure("gateway_door_hand_offs_total{channel=\"rest\",outcome=\"taken\""))
        .isEqualTo(before + 1);
    assertThat(measure("gateway_door_hand_offs_total{channel=\"rest\",outcome=\"repeated\""))
        .isPositive();
    assertThat(
            measure("gateway_door_hand_offs_total{channel=\"rest\",outcome=\"sender-not-yours\""))
        .isPositive();
    assertThat(measure("gateway_door_shipments_total{decision=\"ROUTED\"")).isPositive();
    assertThat(measure("gateway_ledger_outbox{")).isNotNegative();
    assertThat(measure("gateway_ledger_parked{")).isNotNegative();
    String scrape = admin.get("/actuator/prometheus").body();
    assertThat(scrape.lines().filter(line -> line.startsWith("camel_exchanges_total")))
        .anyMatch(line -> line.contains("routeId=\"hand-off-by-rest\""))
        .noneMatch(line -> line.contains("routeId=\"register"));
    assertThat(scrape).doesNotContain("http_server_requests_active");
    assertThat(scrape)
        .doesNotContain("MEASURED", shipment, "KT1_", "no-such-path", "H24", "vn-")
        .doesNotContainIgnoringCase("secret")
        .doesNotContainIgnoringCase("confidential")
        .doesNotContainIgnoringCase("secrecy")
        .doesNotContainIgnoringCase("urgency")
        .doesNotContain("PUBLIC_POST", "CIPHER");
    assertThat(scrape.lines().filter(line -> line.startsWith("http_server_requests")))
        .isNotEmpty()
        .allMatch(line -> line.contains("uri=\"/") || line.contains("uri=\"UNKNOWN\""));
  }

  @Test
  void the_day_is_accounted_for() throws Exception {
    String shipment =
        gateway
            .api("hp-eoffice")
            .post("/hand-offs", HandOffs.json("DAY", 3))
            .body()
            .at("/shipments/0/shipmentId")
            .asText();
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    JsonNode before = admin.json("/actuator/gateway");
    balanced(before);
    post.put(
        "receipts", "DAY.csv", PostTree.RECEIPT + post.accepted(shipment, "EA100000015VN") + "\n");
    post.result("receipts/.done/DAY.csv");
    JsonNode after = admin.json("/actuator/gateway");
    balanced(after);
    assertThat(after.at("/today/acknowledged").asInt())
        .isEqualTo(before.at("/today/acknowledged").asInt() + 1);
    assertThat(after.at("/today/events").asInt()).isEqualTo(before.at("/today/events").asInt() + 1);
    assertThat(after.at("/nextReport/province").asText()).isEqualTo("hai-phong");
    assertThat(after.at("/nextReport/dueBefore").asText()).endsWith("-12-15");
    assertThat(after.at("/nextReport/state").asText()).isEqualTo("PLANNED");
  }

  private static void balanced(JsonNode gateway) {
    JsonNode today = gateway.path("today");
    assertThat(gateway.path("balanced").asBoolean()).as(gateway.toString()).isTrue();
    assertThat(today.path("taken").asInt())
        .isPositive()
        .isEqualTo(sum(today, "routed", "held", "refused"));
    assertThat(today.path("ordered").asInt()).isEqualTo(sum(today, "acknowledged", "waiting"));
  }

  private static int sum(JsonNode object, String... fields) {
    int sum = 0;
    for (String field : fields) {
      sum += object.path(field).asInt();
    }
    return sum;
  }

  private static double measure(String start) {
    return admin
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(start) || line.startsWith(start.replace("{", " ")))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String component(String name) {
    return admin.json("/actuator/health").at("/components/" + name + "/status").asText();
  }

  private static String status(String route) {
    return admin.json(ROUTES + route + "/detail").path("status").asText();
  }

  private static void switched(String route, String verb, String status) {
    HttpResponse<String> answer = admin.post(ROUTES + route + "/" + verb, "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(status(route)).isEqualTo(status);
  }
}
