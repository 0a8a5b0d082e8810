package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.SimulatedEntry;
import vn.kt1.sandbox.SimulatedFault.Mode;
import vn.kt1.sandbox.TrackingSimulator;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Management;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** The whole gateway beside a tracking API that hangs, and that comes back. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("nightly")
class TrackingFaultIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static TrackingSimulator simulator;
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.tracked();

  private static Site site;
  private static PostTree post;
  private static Gateway gateway;
  private static Api api;
  private static Management watcher;

  @BeforeAll
  static void start() throws Exception {
    simulator = SHARED.simulator();
    site = SHARED.site();
    post = new PostTree(site);
    api = SHARED.gateway().api("hp-eoffice");
    watcher = SHARED.gateway().management("watcher", Role.ADMIN);
  }

  @Test
  void a_hanging_api_stops_no_file_and_tells_its_news_when_it_is_back(CapturedOutput output)
      throws Exception {
    simulator.mode(Mode.HANG);
    String shipment = accepted("T-HANG", "EA200000011VN");
    int asked = simulator.calls();
    await().atMost(PATIENCE).until(() -> simulator.calls() > asked);
    String row = "EA200000011VN,%s,Tên mẫu,%s,Bưu cục mẫu,\n";
    post.put(
        "status",
        "hang.csv",
        PostTree.STATUS + row.formatted("10", HandOffs.ago(Duration.ofSeconds(50))));
    assertThat(post.result("status/.done/hang.csv").path("applied").asInt()).isEqualTo(1);
    assertThat(state(shipment)).isEqualTo("IN_TRANSIT");
    await().atMost(PATIENCE).until(() -> output.getAll().contains("TOO_LATE"));
    await().atMost(PATIENCE).until(() -> alerts().size() == 1);
    assertThat(watcher.get("/actuator/health").body())
        .contains("tracking API did not answer in time");
    assertThat(leftAlone()).isPositive();

    simulator
        .items()
        .put(
            "EA200000011VN",
            List.of(
                new SimulatedEntry(
                    LocalDateTime.now(ZoneOffset.ofHours(7)).withNano(0),
                    "14",
                    "Đã giao hàng",
                    "Bưu cục mẫu")));
    double counted = applied();
    simulator.mode(Mode.NORMAL);
    await().atMost(PATIENCE).until(() -> state(shipment).equals("DELIVERED"));
    await().atMost(PATIENCE).until(() -> applied() == counted + 1);
    assertThat(leftAlone()).isZero();
    assertThat(alerts()).as("told once").hasSize(1);
    JsonNode items = api.get("/shipments/" + shipment + "/timeline").body().path("items");
    assertThat(items.get(items.size() - 1).path("rawCode").asText()).isEqualTo("14");
    assertThat(
            site.sql(
                "select channel from event where item_code = 'EA200000011VN' and raw_code = '14'"))
        .containsExactly("API");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(site.sql("select 1 from inquiry where item_code = 'EA200000011VN'"))
                    .isEmpty());
    assertThat(site.sql("select 1 from outbox where topic like 'order%'")).isEmpty();
    assertThat(output.getAll()).doesNotContain(password(), "EA200000011VN", "Đã giao hàng");
  }

  @Test
  void goes_on_asking_when_the_database_is_back(CapturedOutput output) throws Exception {
    String shipment = accepted("T-DB", "EA200000025VN");
    site.stopDatabase();
    await()
        .atMost(PATIENCE)
        .until(() -> output.getAll().contains("not now, tried again: route tracking"));
    simulator
        .items()
        .put(
            "EA200000025VN",
            List.of(
                new SimulatedEntry(
                    LocalDateTime.now(ZoneOffset.ofHours(7)).withNano(0), "14", null, null)));
    site.startDatabase();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> state(shipment).equals("DELIVERED"));
    assertThat(output.getAll()).doesNotContain("failed: route tracking");
  }

  private static String accepted(String id, String item) throws Exception {
    Api.Answer answer = api.post("/hand-offs", HandOffs.json(id, 1));
    String shipment = answer.body().path("shipments").get(0).path("shipmentId").asText();
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    post.put("receipts", id + ".csv", PostTree.RECEIPT + post.accepted(shipment, item) + "\n");
    post.result("receipts/.done/" + id + ".csv");
    return shipment;
  }

  private static String password() {
    return site.environment().get("GATEWAY_TRACKING_PASSWORD");
  }

  /** Events of the post, as measured. */
  private static double applied() {
    return measured("gateway_door_events_total{effect=\"applied\"");
  }

  @Test
  void a_web_hook_is_asked_after_and_what_it_says_is_not_believed() throws Exception {
    simulator.hookTo(api.request("/webhooks/vnpost").build().uri());
    String shipment = accepted("T-HOOK", "EA200000039VN");
    SimulatedEntry entry =
        new SimulatedEntry(
            LocalDateTime.now(ZoneOffset.ofHours(7)).withNano(0), "14", "Đã giao hàng", null);
    simulator.items().put("EA200000039VN", List.of(entry));
    await().atMost(PATIENCE).until(() -> state(shipment).equals("DELIVERED"));
    await()
        .atMost(PATIENCE)
        .until(() -> simulator.listings().stream().anyMatch(each -> each.contains("page=0")));
  }

  private static List<String> alerts() {
    return site.sql("select subject from evidence where act = 'alert-owed'");
  }

  private static double leftAlone() {
    return measured("gateway_tracking_left_alone_seconds");
  }

  private static double measured(String name) {
    return watcher
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String state(String shipment) {
    return api.get("/shipments/" + shipment).body().path("state").asText();
  }
}
