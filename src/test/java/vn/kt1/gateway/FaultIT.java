package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.Site.names;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** Peers that fail and come back: nothing is lost, nothing is doubled, nobody is asked. */
@Tag("nightly")
class FaultIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path temp;
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static PostTree post;
  private static PartnerTree partner;
  private static Gateway gateway;
  private static Api api;

  /** Of evidence, which keeps what earlier classes did. */
  private static String rowsBefore = "";

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    post = new PostTree(site);
    partner = new PartnerTree(site, "hp-eoffice");
    api = SHARED.gateway().api("hp-eoffice");
    rowsBefore = site.sql("select coalesce(max(seq), 0) from evidence").get(0);
  }

  @AfterEach
  void each_order_stands_in_exactly_one_whole_file() throws Exception {
    assertThat(site.sql("select 1 from parking")).as("parked").isEmpty();
    post.assertEachOrderOnce();
  }

  @Test
  void gives_nothing_to_a_server_with_another_host_key_and_goes_on_when_it_is_back()
      throws Exception {
    Path kept = Files.createDirectories(temp.resolve("kept-key"));
    for (String key : List.of("host", "host.pub")) {
      Files.copy(site.folder().resolve("ssh").resolve(key), kept.resolve(key));
    }
    site.ssh().rotateHostKey();
    String shipment = handOff("F-KEY");
    Files.writeString(partner.outbox().resolve("key.csv"), HandOffs.csv("F-KEY-2", 1));
    await()
        .during(Duration.ofSeconds(4))
        .atMost(PATIENCE)
        .until(
            () ->
                post.file(shipment).isEmpty() && Files.exists(partner.outbox().resolve("key.csv")));
    site.ssh().stop();
    for (String key : List.of("host", "host.pub")) {
      Files.delete(site.folder().resolve("ssh").resolve(key));
      Files.move(kept.resolve(key), site.folder().resolve("ssh").resolve(key));
    }
    site.ssh().start();
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    assertThat(partner.receipt("key.csv").path("handOffId").asText()).isEqualTo("F-KEY-2");
    assertThat(
            site.sql(
                "select subject from evidence where act like 'alert-%' and seq > " + rowsBefore))
        .as("of the post's server and of the partners', each told once")
        .hasSize(2)
        .anyMatch(told -> told.startsWith("127.0.0.1:" + site.line().port() + "-"))
        .anyMatch(told -> told.startsWith("127.0.0.1:" + site.ssh().port() + "-"));
  }

  @Test
  void waits_for_a_server_that_is_away() throws Exception {
    site.ssh().stop();
    String first = handOff("F-AWAY-1");
    String second = handOff("F-AWAY-2");
    await()
        .atMost(PATIENCE)
        .until(() -> attempts().stream().anyMatch(attempts -> Integer.parseInt(attempts) > 1));
    site.ssh().start();
    await()
        .atMost(PATIENCE)
        .until(() -> post.file(first).isPresent() && post.file(second).isPresent());
  }

  @Test
  void carries_an_order_file_over_a_line_that_is_cut_again_and_again() throws Exception {
    Set<String> shipments = new HashSet<>();
    for (int kilobytes = 1; kilobytes <= 12; kilobytes++) {
      site.line().cutAfter(1_000L * kilobytes);
      String shipment = handOff("F-CUT-" + kilobytes);
      shipments.add(shipment);
      settled(() -> post.file(shipment).isPresent());
      site.line().heal();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> shipments.stream().allMatch(id -> post.file(id).isPresent()));
  }

  /** StatusFaultIT cuts the line of a download in each run of the gate. */
  @Test
  void takes_a_receipt_over_a_line_that_is_cut_again_and_again() throws Exception {
    String shipment = handOff("F-RECEIPT");
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    String accepted = post.accepted(shipment, "EA100000001VN");
    // A file that takes a while to cross: long titles of the post above the columns we read.
    String titles = ("x".repeat(45_000) + "\n").repeat(2);
    String row = accepted + "\n";
    int number = 0;
    for (long bytes :
        new long[] {1_500, 3_000, 6_000, 20_000, 60_000, 90_000, 93_000, 95_000, 97_000}) {
      String name = "CUT-" + number++ + ".csv";
      site.line().refuse();
      post.put("receipts", name, titles + PostTree.RECEIPT + row);
      site.line().heal();
      site.line().cutAfter(bytes);
      settled(() -> names(site.receipts()).isEmpty());
      site.line().heal();
      JsonNode result = post.result("receipts/.done/" + name);
      assertThat(result.path("rows").asInt()).isEqualTo(1);
      assertThat(result.path("applied").asInt() + result.path("duplicates").asInt()).isEqualTo(1);
    }
    assertThat(names(site.receipts())).isEmpty();
    assertThat(state(shipment)).isEqualTo("ACCEPTED");
    assertThat(site.sql("select 1 from post_answer where item_code = 'EA100000001VN'")).hasSize(1);
  }

  @Test
  void owes_its_orders_while_the_folder_for_them_is_missing() throws Exception {
    Path aside = site.ssh().root().resolve("aside");
    Files.move(site.orders(), aside);
    Files.writeString(site.orders(), "a file where a folder should be");
    String shipment = handOff("F-FOLDER");
    await()
        .atMost(PATIENCE)
        .until(() -> attempts().stream().anyMatch(attempts -> Integer.parseInt(attempts) > 1));
    assertThat(state(shipment)).isEqualTo("REGISTERED");
    Files.delete(site.orders());
    Files.move(aside, site.orders());
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
  }

  @Test
  void says_not_now_while_the_database_is_away_and_keeps_what_it_acknowledged() throws Exception {
    String before = handOff("F-DB-0");
    site.stopDatabase();
    partner.drop("db.csv", HandOffs.csv("F-DB-CSV", 1));
    String body = HandOffs.json("F-DB-1", 1);
    HttpResponse<byte[]> away =
        api.bytes(
            api.request("/hand-offs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> Files.exists(partner.outbox().resolve("db.csv")));
    assertThat(names(partner.rejected())).isEmpty();
    site.startDatabase();
    await().atMost(PATIENCE).until(() -> api.post("/hand-offs", body).status() < 300);
    assertThat(partner.receipt("db.csv").path("handOffId").asText()).isEqualTo("F-DB-CSV");
    await().atMost(PATIENCE).until(() -> post.file(before).isPresent());
    assertThat(
            site.sql("select hand_off_id from hand_off where hand_off_id like 'F-DB%' order by 1"))
        .containsExactly("F-DB-0", "F-DB-1", "F-DB-CSV");
  }

  /** Gives it a moment, whether it comes to pass or not. */
  private static void settled(Callable<Boolean> condition) {
    Instant end = Instant.now().plusMillis(1_200);
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(() -> condition.call() || Instant.now().isAfter(end));
  }

  private static String handOff(String id) {
    Api.Answer answer = api.post("/hand-offs", HandOffs.json(id, 1));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("shipments").get(0).path("shipmentId").asText();
  }

  private static String state(String shipment) {
    return api.get("/shipments/" + shipment).body().path("state").asText();
  }

  private static List<String> attempts() {
    return site.sql(
        "select attempts from dispatch where kind = 'ORDER_FILE' and due_at is not null");
  }
}
