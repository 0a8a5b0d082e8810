package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.envelope;
import static vn.kt1.testing.Site.names;

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

/** Orders out, receipts and status files in, on the OpenSSH server. */
class PostIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String DAY_ROW = "%s,%s,%s,%s,Bưu cục mẫu,\n";

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
  void writes_orders_as_the_contract_says_and_only_for_kt1() throws Exception {
    String envelopes =
        String.join(
            ",",
            envelope("E-1", "\"SECRET\"", ",\"urgency\":\"EXPRESS\",\"weightGrams\":180"),
            envelope("E-2", "\"A\"", ",\"network\":\"HAND\""),
            envelope("E-3", "\"NONE\"", ",\"network\":\"PUBLIC_POST\""),
            envelope("E-4", "\"\"", ""));
    JsonNode lines = handOff(HandOffs.json("P-ROWS", envelopes));
    String kt1 = lines.get(0).path("shipmentId").asText();
    await().atMost(PATIENCE).until(() -> post.file(kt1).isPresent());
    Path file = post.file(kt1).orElseThrow();
    assertThat(file.getFileName().toString())
        .matches("KT1-ORDER_hai-phong_[0-9]{8}T[0-9]{6}_[0-9]{4}\\.csv");
    List<String> rows = PostTree.read(file).lines().toList();
    assertThat(rows.get(0))
        .isEqualTo(
            "order_id,shipment_id,service,mark,urgency,deliver_at,sender_code,sender_name,"
                + "sender_address,recipient_code,recipient_name,recipient_address,addressee,"
                + "personal_only,weight_g,pieces,handed_off_at");
    String row = rows.stream().filter(any -> any.contains(kt1)).findFirst().orElseThrow();
    assertThat(row)
        .startsWith("O-" + kt1 + "," + kt1 + ",KT1_B_EXPRESS,B,EXPRESS,,H24.16,")
        .contains(",\"38 Lê Đại Hành, Hải Phòng\",,false,180,1,")
        .endsWith("+07:00");
    post.assertEachOrderOnce();
    await().atMost(PATIENCE).until(() -> state(kt1).equals("ORDERED"));
    assertThat(state(lines.get(1).path("shipmentId").asText())).isEqualTo("REGISTERED");
  }

  @Test
  void walks_a_shipment_to_its_end_by_receipt_and_status_files() throws Exception {
    String shipment = ordered("P-WALK");
    post.put("receipts", "WALK.csv", PostTree.RECEIPT + post.accepted(shipment, "EB1VN") + "\n");
    assertCounts(post.result("receipts/.done/WALK.csv"), 1, 1, 0, 0);
    assertThat(state(shipment)).isEqualTo("ACCEPTED");
    String now = HandOffs.now();
    String content =
        PostTree.STATUS
            + DAY_ROW.formatted("EB1VN", "10", "Đang vận chuyển", now)
            + DAY_ROW.formatted("EB1VN", "14", "Đã giao hàng", now.replaceFirst("..\\+", "59+"))
            + DAY_ROW.formatted("EB1VN", "99999", "Lạ", now)
            + DAY_ROW.formatted("EB1VN", "14", "Đã giao hàng", "hôm qua");
    post.put("status", "WALK.csv", content);
    JsonNode result = post.result("status/.done/WALK.csv");
    assertThat(result.path("rows").asInt()).isEqualTo(4);
    assertThat(result.path("applied").asInt()).isEqualTo(2);
    assertThat(result.path("unmapped").asInt()).isEqualTo(1);
    assertThat(result.path("rejected").asInt()).isEqualTo(1);
    assertThat(result.path("rejectedRows").get(0).path("row").asInt()).isEqualTo(4);
    assertThat(result.path("rejectedRows").get(0).path("code").asText()).isEqualTo("bad-value");
    assertThat(state(shipment)).isEqualTo("DELIVERED");
    JsonNode timeline = api.get("/shipments/" + shipment + "/timeline").body().path("items");

    post.put("status", "WALK.csv", content);
    await()
        .atMost(PATIENCE)
        .until(() -> names(site.statuses()).isEmpty() && names(done("status")).size() > 2);
    post.put("status", "WALK-AGAIN.csv", content);
    JsonNode again = post.result("status/.done/WALK-AGAIN.csv");
    assertThat(again.path("applied").asInt()).as("row by row").isZero();
    assertThat(again.path("rows").asInt()).isEqualTo(4);
    assertThat(api.get("/shipments/" + shipment + "/timeline").body().path("items"))
        .as("nothing has changed")
        .isEqualTo(timeline);
  }

  @Test
  void keeps_news_of_an_unknown_item_until_the_receipt_names_it() throws Exception {
    String shipment = ordered("P-EARLY");
    String status = PostTree.STATUS + DAY_ROW.formatted("EB2VN", "14", "Đã giao", HandOffs.now());
    post.put("status", "EARLY.csv", status);
    JsonNode result = post.result("status/.done/EARLY.csv");
    assertThat(result.path("rejectedRows").get(0).path("code").asText()).isEqualTo("unknown-item");
    assertThat(state(shipment)).isEqualTo("ORDERED");
    post.put(
        "receipts",
        "EARLY.csv",
        PostTree.RECEIPT
            + post.accepted(shipment, "EB2VN")
            + "\n"
            + post.accepted("S-NONE", "EB3VN")
            + "\n");
    JsonNode receipt = post.result("receipts/.done/EARLY.csv");
    assertCounts(receipt, 2, 1, 0, 1);
    assertThat(receipt.path("rejectedRows").get(0).path("code").asText())
        .isEqualTo("unknown-order");
    await().atMost(PATIENCE).until(() -> state(shipment).equals("DELIVERED"));
  }

  @Test
  void puts_a_file_that_is_none_aside_with_the_reason() throws Exception {
    post.put("receipts", "garbage.csv", "%PDF-1.4 this is no table");
    post.put("status", "header.csv", "a,b,c\n1,2,3\n");
    post.put("status", "empty.csv", "");
    assertThat(post.result("receipts/.failed/garbage.csv").path("code").asText()).isNotBlank();
    JsonNode header = post.result("status/.failed/header.csv");
    assertThat(header.path("code").asText()).isEqualTo("header-not-found");
    assertCounts(header, 0, 0, 0, 0);
    assertThat(post.result("status/.failed/empty.csv").path("code").asText())
        .isEqualTo("malformed");
    Files.writeString(
        site.statuses().resolve("wrong.csv.sha256"), "0".repeat(64) + "  wrong.csv\n");
    Files.writeString(site.statuses().resolve("wrong.csv"), PostTree.STATUS);
    assertThat(post.result("status/.failed/wrong.csv").path("code").asText()).isEqualTo("checksum");
  }

  @Test
  void ends_a_refused_order_as_order_refused() throws Exception {
    String shipment = ordered("P-REFUSED");
    String row = "O-%s,%s,REFUSED,,,,,Sai địa chỉ\n".formatted(shipment, shipment);
    post.put("receipts", "REFUSED.csv", PostTree.RECEIPT + row);
    assertCounts(post.result("receipts/.done/REFUSED.csv"), 1, 1, 0, 0);
    assertThat(state(shipment)).isEqualTo("ORDER_REFUSED");
  }

  private static void assertCounts(
      JsonNode result, int rows, int applied, int duplicates, int rejected) {
    assertThat(result.path("rows").asInt()).isEqualTo(rows);
    assertThat(result.path("applied").asInt()).isEqualTo(applied);
    assertThat(result.path("duplicates").asInt()).isEqualTo(duplicates);
    assertThat(result.path("rejected").asInt()).isEqualTo(rejected);
    assertThat(result.path("rejectedRows")).hasSize(rejected);
  }

  private static String ordered(String id) {
    String shipment = handOff(HandOffs.json(id, 1)).get(0).path("shipmentId").asText();
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    return shipment;
  }

  private static JsonNode handOff(String json) {
    Api.Answer answer = api.post("/hand-offs", json);
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("shipments");
  }

  private static String state(String shipment) {
    return api.get("/shipments/" + shipment).body().path("state").asText();
  }

  private static Path done(String kind) {
    return site.ssh().root().resolve("from-post").resolve(kind).resolve(".done");
  }
}
