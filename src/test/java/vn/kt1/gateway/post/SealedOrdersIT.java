package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Site;

/**
 * Orders that are signed and encrypted, on the OpenSSH server; and what an operator does of them.
 */
@Tag("nightly")
class SealedOrdersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path temp;
  private static Site site;
  private static PostTree post;
  private static Gateway gateway;
  private static Api api;
  private static Api operator;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp).sealed();
    post = new PostTree(site);
    open();
  }

  private static void open() {
    gateway = Gateway.start(site);
    api = gateway.api("hp-eoffice");
    operator = gateway.api("operator", Role.OPERATOR);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    site.close();
  }

  @Test
  void a_file_kept_before_a_restart_leaves_with_the_bytes_it_was_kept_with() throws Exception {
    site.line().refuse();
    String shipment = handOff("S-RESTART");
    String where = " where name = (select file_name from post_order where shipment_id = '%s')";
    String sql = "select sha256 from order_file" + where.formatted(shipment);
    await().atMost(PATIENCE).until(() -> !site.sql(sql).isEmpty());
    String kept = site.sql(sql).get(0);
    gateway.close();
    open();
    site.line().heal();
    Path file = awaited(shipment);
    assertThat(file.getFileName().toString()).endsWith(".csv.pgp");
    assertThat(Sha256.of(Files.readAllBytes(file))).isEqualTo(kept);
    assertThat(PostTree.read(file)).doesNotContain(shipment);
    post.assertEachOrderOnce();
  }

  @Test
  void a_cancellation_asked_while_the_line_is_cut_has_the_same_bytes_in_the_end() throws Exception {
    String shipment = handOff("S-CANCEL");
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    site.line().refuse();
    assertThat(api.post("/shipments/" + shipment + "/cancellation", "{}").status()).isEqualTo(202);
    String sql =
        "select sha256 from dispatch where kind = 'CANCELLATION' and reference = '"
            + shipment
            + "'";
    await().atMost(PATIENCE).until(() -> !site.sql(sql).isEmpty());
    String kept = site.sql(sql).get(0);
    site.line().heal();
    Path file =
        site.ssh().root().resolve("to-post/cancellations/KT1-CANCEL_O-" + shipment + ".csv.pgp");
    await().atMost(PATIENCE).until(() -> Files.exists(file));
    assertThat(Sha256.of(Files.readAllBytes(file))).isEqualTo(kept);
    assertThat(post.content(file)).startsWith("order_id,").contains(shipment);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                site.sql(
                        "select 1 from dispatch where kind = 'CANCELLATION' and content is not"
                            + " null")
                    .isEmpty());
  }

  @Test
  void a_damaged_file_is_sent_again_on_the_word_of_an_operator_until_all_is_answered()
      throws Exception {
    String shipment = handOff("S-AGAIN");
    Path file = awaited(shipment);
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    byte[] sent = Files.readAllBytes(file);
    Files.writeString(file, "damaged");
    String path = "/order-files/" + file.getFileName();
    JsonNode before = operator.get(path).body();
    assertThat(before.path("answered").asInt()).isZero();
    assertThat(before.path("items").get(0).path("shipmentId").asText()).isEqualTo(shipment);
    assertThat(operator.post(path + "/resend", "{}").status()).isEqualTo(422);
    Api.Answer asked = operator.post(path + "/resend", "{\"reason\": \"Tệp hỏng\"}");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().path("resendOwed").asBoolean()).isTrue();
    await().atMost(PATIENCE).until(() -> Files.size(file) == sent.length);
    assertThat(file).hasBinaryContent(sent);
    await().atMost(PATIENCE).until(() -> !operator.get(path).body().path("resendOwed").asBoolean());

    post.put("receipts", "AGAIN.csv", PostTree.RECEIPT + post.accepted(shipment, "EB1VN") + "\n");
    post.result("receipts/.done/AGAIN.csv");
    String refused = "O-%s,%s,REFUSED,,,,,Đổi ý\n".formatted(shipment, shipment);
    post.put("receipts", "AGAIN-2.csv", PostTree.RECEIPT + refused);
    post.result("receipts/.done/AGAIN-2.csv");
    JsonNode after = operator.get(path).body();
    assertThat(after.path("copyKept").asBoolean()).isFalse();
    assertThat(after.path("sha256").asText()).isEqualTo(Sha256.of(sent));
    JsonNode audited = gateway.api("auditor", Role.AUDITOR).get(path).body();
    assertThat(audited.path("sha256").isNull()).as("degrees could be tried against it").isTrue();
    JsonNode receipts = after.path("items").get(0).path("receipts");
    assertThat(receipts.findValuesAsText("result")).containsExactly("ACCEPTED", "REFUSED");
    assertThat(receipts.findValuesAsText("counts")).containsExactly("true", "false");
    assertThat(receipts.get(0).path("weightGrams").asInt()).isEqualTo(100);
    assertThat(after.toString()).doesNotContain("SECRET", "KT1_B", "\"mark\"");
    assertThat(names("/order-files?state=contradicted")).contains(file.getFileName().toString());
    assertThat(names("/order-files?state=unanswered"))
        .doesNotContain(file.getFileName().toString());
    assertThat(operator.get("/order-files?state=odd").status()).isEqualTo(400);

    Api.Answer late = operator.post(path + "/resend", "{\"reason\": \"Tệp hỏng\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("code").asText()).isEqualTo("already-accepted");
    Api.Answer none =
        operator.post("/order-files/KT1-ORDER_none.csv/resend", "{\"reason\": \"Tệp hỏng\"}");
    assertThat(none.status()).isEqualTo(404);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        site.sql(
                            "select subject from evidence where act in ('alert-owed',"
                                + " 'alert-withheld') and detail::text like"
                                + " '%receipt-contradicts%'"))
                    .anyMatch(subject -> subject.startsWith("AGAIN-2.csv-")));
  }

  @Test
  void the_sender_of_a_refused_order_is_owed_a_mail_and_the_operators_an_alert() throws Exception {
    String shipment = handOff("S-REFUSED");
    await().atMost(PATIENCE).until(() -> state(shipment).equals("ORDERED"));
    String row = "O-%s,%s,REFUSED,,,,,Sai địa chỉ\n".formatted(shipment, shipment);
    post.put("receipts", "REFUSED.csv", PostTree.RECEIPT + row);
    post.result("receipts/.done/REFUSED.csv");
    await()
        .atMost(PATIENCE)
        .until(() -> !site.sql("select 1 from dispatch where kind = 'ERROR'").isEmpty());
    List<String> bodies =
        site.sql(
            "select convert_from(content, 'UTF8') from dispatch where kind = 'ERROR'"
                + " and reference = '"
                + shipment
                + "'");
    assertThat(bodies).hasSize(1);
    assertThat(bodies.get(0)).contains("S-REFUSED", shipment).doesNotContain("Sai địa chỉ");
    await()
        .atMost(PATIENCE)
        .until(() -> site.sql("select 1 from outbox where topic = 'post-trouble'").isEmpty());
    assertThat(site.sql("select subject from evidence where act like 'alert-%'"))
        .anyMatch(subject -> subject.startsWith("REFUSED.csv-"));
  }

  private static List<String> names(String path) {
    return operator.get(path).body().path("items").findValuesAsText("name");
  }

  private static Path awaited(String shipment) {
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    return post.file(shipment).orElseThrow();
  }

  private static String handOff(String id) {
    Api.Answer answer = api.post("/hand-offs", HandOffs.json(id, 1));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("shipments").get(0).path("shipmentId").asText();
  }

  private static String state(String shipment) {
    return api.get("/shipments/" + shipment).body().path("state").asText();
  }
}
