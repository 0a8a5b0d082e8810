package vn.kt1.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.Site.names;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** News in a partner's status folder on the OpenSSH server. */
class NewsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String HEADER =
      "hand_off_id,envelope_id,shipment_id,decision,state,item_code,occurred_at";

  @TempDir static Path temp;
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static PostTree post;
  private static Gateway gateway;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    post = new PostTree(site);
    api = SHARED.gateway().api("hp-eoffice");
  }

  @Test
  void every_step_until_delivery_stands_in_a_file() throws Exception {
    String shipment = walk("N-WALK", "EB101VN");
    awaitNews(shipment, "DELIVERED");
    List<String> news = news(shipment);
    assertThat(news)
        .extracting(row -> row.split(",")[4])
        .startsWith("ORDERED")
        .contains("ACCEPTED")
        .endsWith("DELIVERED");
    assertThat(news.get(news.size() - 1))
        .matches("N-WALK,N-WALK-1," + shipment + ",ROUTED,DELIVERED,EB101VN,[0-9T:-]{19}\\+07:00");
    for (Path file : files()) {
      assertThat(file.getFileName().toString()).matches("STATUS_[0-9]{8}T[0-9]{6}_[0-9]{4}\\.csv");
      assertThat(Files.readString(file))
          .startsWith(HEADER + "\r\n")
          .doesNotContain("CONFIDENTIAL", "KT1");
    }
    assertGapFree();
    assertThat(names(site.partner("qn-eoffice").resolve("status"))).isEmpty();
  }

  @Test
  void what_could_not_be_written_comes_when_the_folder_is_back() throws Exception {
    Path status = site.partner("hp-eoffice").resolve("status");
    Path away = status.resolveSibling("status-away");
    Files.move(status, away);
    String shipment = walk("N-AWAY", "EB102VN");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !site.sql("select 1 from dispatch where kind = 'STATUS_FILE' and attempts > 1")
                    .isEmpty());
    Files.move(away, status);
    awaitNews(shipment, "DELIVERED");
    assertThat(news(shipment)).doesNotHaveDuplicates();
    assertGapFree();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                site.sql(
                        "select 1 from dispatch"
                            + " where kind = 'STATUS_FILE' and content is not null")
                    .isEmpty());
  }

  @Test
  void a_held_one_that_is_answered_stands_in_a_file_and_is_ordered() throws Exception {
    String body =
        """
        {"handOffId": "N-HELD", "sender": "H24.16", "handedOffAt": "%s", "envelopes": [
          {"envelopeId": "1", "recipient": {"code": "H24.31"}, "enteredInRegister": true}]}
        """
            .formatted(HandOffs.now());
    JsonNode line = api.post("/hand-offs", body).body().at("/shipments/0");
    String shipment = line.path("shipmentId").asText();
    assertThat(line.path("decision").asText()).isEqualTo("HELD");
    assertThat(
            api.post(
                    "/shipments/" + shipment + "/resolution",
                    "{\"secrecy\": \"B\", \"reason\": \"Văn thư xác nhận\"}")
                .status())
        .isEqualTo(200);
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    assertThat(PostTree.read(post.file(shipment).orElseThrow()))
        .contains("," + shipment + ",KT1_B,B,");
    awaitNews(shipment, "REGISTERED");
    assertThat(news(shipment).get(0)).startsWith("N-HELD,1," + shipment + ",ROUTED,REGISTERED,,");
  }

  private static String walk(String id, String item) throws Exception {
    JsonNode lines = api.post("/hand-offs", HandOffs.json(id, 1)).body().path("shipments");
    String shipment = lines.get(0).path("shipmentId").asText();
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    post.put("receipts", id + ".csv", PostTree.RECEIPT + post.accepted(shipment, item) + "\n");
    post.result("receipts/.done/" + id + ".csv");
    post.put(
        "status",
        id + ".csv",
        PostTree.STATUS + item + ",14,Đã giao hàng," + HandOffs.now() + ",Bưu cục mẫu,\n");
    post.result("status/.done/" + id + ".csv");
    return shipment;
  }

  private static void awaitNews(String shipment, String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> news(shipment).stream().anyMatch(row -> row.contains("," + state + ",")));
  }

  private static List<String> news(String shipment) {
    List<String> rows = new ArrayList<>();
    for (Path file : files()) {
      PostTree.read(file)
          .lines()
          .filter(row -> row.contains("," + shipment + ","))
          .forEach(rows::add);
    }
    return rows;
  }

  private static List<Path> files() {
    Path status = site.partner("hp-eoffice").resolve("status");
    return Files.isDirectory(status)
        ? names(status).stream().filter(name -> name.endsWith(".csv")).map(status::resolve).toList()
        : List.of();
  }

  private static void assertGapFree() {
    assertThat(
            site.sql(
                """
                select right(name, 8) from dispatch
                where kind = 'STATUS_FILE' and recipient = 'hp-eoffice' order by name
                """))
        .isEqualTo(
            IntStream.rangeClosed(1, files().size()).mapToObj("%04d.csv"::formatted).toList());
  }
}
