package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.RawHttp;
import vn.kt1.testing.RawHttp.Answer;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;
import vn.kt1.testing.Traces;

/** The post's web-hook, as the post and as strangers call it. */
@ExtendWith(OutputCaptureExtension.class)
class WebhookIT {

  private static final String PATH = "/api/v1/webhooks/vnpost";
  private static final String ITEM = "EA300000015VN";
  private static final List<String> JSON = List.of("Content-Type: application/json");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static Gateway gateway;
  private static RawHttp post;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    Api api = SHARED.gateway().api("hp-eoffice");
    port = URI.create(api.request("/x").build().uri().toString()).getPort();
    post = new RawHttp("127.0.0.1", port, PATIENCE);
    PostTree tree = new PostTree(site);
    String shipment =
        api.post("/hand-offs", HandOffs.json("W-1", 1))
            .body()
            .at("/shipments/0/shipmentId")
            .asText();
    await().atMost(PATIENCE).until(() -> tree.file(shipment).isPresent());
    tree.put("receipts", "w.csv", PostTree.RECEIPT + tree.accepted(shipment, ITEM) + "\n");
    tree.result("receipts/.done/w.csv");
  }

  @Test
  void a_known_item_is_due_an_unknown_one_is_answered_the_same_and_nothing_is_kept(
      CapturedOutput output) throws Exception {
    String body =
        """
        {"Data":[{"ItemCode":" ea 300000015 vn","senderName":"BI-MAT-9917","status":"14",
          "statusName":"BI-MAT-9917"}],"sendDate":"x","signature":"BI-MAT-9917"}\
        """;
    site.sql("update inquiry set due_at = due_at + interval '9 days' returning 1");
    Answer known = hint(body);
    assertThat(known.status()).isEqualTo(200);
    assertThat(site.sql("select 1 from inquiry where hinted_at is not null and due_at < now()"))
        .hasSize(1);
    Answer unknown = hint(body.replace("300000015", "399999999"));
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.text()).isEqualTo(known.text()).isEqualTo("{\"success\":true}");
    assertThat(site.sql("select 1 from event where raw_code = '14'")).isEmpty();
    Traces traces = new Traces("BI-MAT-9917", "EA399999999VN");
    for (String table : List.of("evidence", "inquiry", "event", "waiting_event", "parking")) {
      assertThat(site.sql("select t::text from " + table + " t").toString())
          .as(table)
          .doesNotContain("BI-MAT-9917", "399999999");
    }
    assertThat(traces.forms()).noneMatch(output.getAll()::contains);
  }

  @Test
  void a_stranger_is_forbidden_whatever_headers_it_sends_and_that_is_written_down()
      throws Exception {
    RawHttp stranger = new RawHttp("127.0.0.2", port, PATIENCE);
    List<String> claims =
        List.of("Content-Type: application/json", "X-Forwarded-For: 127.0.0.1", "X-Real-IP: ::1");
    Answer answer = stranger.send("POST", PATH, claims, "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("\"code\":\"forbidden\"");
    assertThat(
            site.sql(
                "select 1 from evidence where act = 'refused' and subject like '%webhooks%'"
                    + " and detail like '%127.0.0.2%'"))
        .isNotEmpty();
  }

  @Test
  void what_is_too_large_or_no_json_or_another_method_is_told_so() throws Exception {
    assertThat(post.send("POST", PATH, JSON, new byte[256 * 1024 + 1]).status()).isEqualTo(413);
    assertThat(hint("{\"data\":[").status()).isEqualTo(400);
    assertThat(hint("{\"data\":[").text()).contains("\"code\":\"malformed\"");
    assertThat(hint("{}").status()).isEqualTo(200);
    assertThat(post.send("GET", PATH, List.of(), new byte[0]).status()).isEqualTo(401);
    List<String> odd = List.of("Content-Type: text/plain", "Authorization: Bearer none");
    assertThat(post.send("POST", PATH, odd, "{}".getBytes(StandardCharsets.UTF_8)).status())
        .as("no secret is asked, and none is looked at")
        .isEqualTo(200);
  }

  @Test
  void while_the_database_is_away_it_is_not_now_and_never_a_lost_200() throws Exception {
    String body = "{\"data\":[{\"itemCode\":\"" + ITEM + "\"}]}";
    site.stopDatabase();
    try {
      Answer answer = hint(body);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).matches("[0-9]+");
    } finally {
      site.startDatabase();
    }
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(hint(body).status()).isEqualTo(200));
  }

  private static Answer hint(String body) throws Exception {
    return post.send("POST", PATH, JSON, body.getBytes(StandardCharsets.UTF_8));
  }
}
