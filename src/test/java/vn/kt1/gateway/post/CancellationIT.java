package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** Cancellations out and their answers in, on the OpenSSH server. */
class CancellationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
  void the_post_is_asked_by_a_sealed_file_and_its_refusal_is_the_cancellation() throws Exception {
    String shipment = handOff("C-YES");
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    for (int times = 0; times < 2; times++) {
      Api.Answer answer = cancel(shipment);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body().path("state").asText()).isEqualTo("ORDERED");
      assertThat(answer.body().path("awaiting").asText()).isEqualTo("post");
    }
    assertAskedWithoutAName(shipment);
    Path file = file(shipment);
    await().atMost(PATIENCE).until(() -> Files.exists(file));

    String content = PostTree.read(file);
    List<String> rows = content.lines().toList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).isEqualTo("order_id,shipment_id,asked_at");
    assertThat(rows.get(1)).matches("O-" + shipment + "," + shipment + ",[0-9T:-]{19}\\+07:00");
    assertThat(Path.of(file + ".sha256"))
        .hasContent(HandOffs.sha256Line(file.getFileName().toString(), content));
    assertThat(cancel(shipment).status()).as("twice is once").isEqualTo(202);

    String row = "O-%s,%s,REFUSED,,,,,Theo yêu cầu\n".formatted(shipment, shipment);
    post.put("receipts", "C-YES.csv", PostTree.RECEIPT + row);
    assertThat(post.result("receipts/.done/C-YES.csv").path("applied").asInt()).isEqualTo(1);
    assertThat(state(shipment)).isEqualTo("CANCELLED");
    assertThat(cancel(shipment).status()).isEqualTo(200);
    JsonNode timeline = api.get("/shipments/" + shipment + "/timeline").body().path("items");
    assertThat(timeline.findValuesAsText("rawCode"))
        .contains("CANCELLATION_ASKED", "REFUSED")
        .doesNotHaveDuplicates();
  }

  @Test
  void with_the_line_cut_the_order_goes_first_and_the_cancellation_after_it() throws Exception {
    site.line().refuse();
    String shipment = handOff("C-CUT");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !site.sql("select 1 from post_order where shipment_id = '" + shipment + "'")
                    .isEmpty());
    Api.Answer answer = cancel(shipment);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("state").asText()).isEqualTo("REGISTERED");
    site.line().heal();
    await().atMost(PATIENCE).until(() -> Files.exists(file(shipment)));
    assertThat(post.file(shipment)).isPresent();
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                site.sql(
                        "select 1 from dispatch where kind = 'CANCELLATION' and due_at is not null")
                    .isEmpty());
  }

  private static void assertAskedWithoutAName(String shipment) {
    JsonNode timeline = api.get("/shipments/" + shipment + "/timeline").body();
    JsonNode last = timeline.path("items").get(2);
    assertThat(last.path("rawCode").asText()).isEqualTo("CANCELLATION_ASKED");
    assertThat(last.path("source").asText()).isEqualTo("person");
    assertThat(last.path("state").isNull()).isTrue();
    assertThat(timeline.toString()).doesNotContain("hp-eoffice");
  }

  private static Path file(String shipment) {
    return site.ssh().root().resolve("to-post/cancellations/KT1-CANCEL_O-" + shipment + ".csv");
  }

  private static String handOff(String id) {
    Api.Answer answer = api.post("/hand-offs", HandOffs.json(id, 1));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("shipments").get(0).path("shipmentId").asText();
  }

  private static Api.Answer cancel(String shipment) {
    return api.post("/shipments/" + shipment + "/cancellation", "{}");
  }

  private static String state(String shipment) {
    return api.get("/shipments/" + shipment).body().path("state").asText();
  }
}
