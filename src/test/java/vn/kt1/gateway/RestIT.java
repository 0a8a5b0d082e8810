package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Sha256;

/** Hand-offs by HTTP. */
class RestIT extends RestGateway {

  @Test
  void a_new_hand_off_is_201_again_200_and_with_other_content_409() {
    String message = secret(freshId());
    HttpResponse<byte[]> first = post(partner("hp-eoffice"), message);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    JsonNode line = json(first).at("/shipments/0");
    assertThat(line.path("decision").asText()).isEqualTo("ROUTED");
    assertThat(line.path("service").asText()).isEqualTo("KT1_B");

    HttpResponse<byte[]> again = post(partner("hp-eoffice"), message.replace("H24.16", "h24.16"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());

    HttpResponse<byte[]> other = post(partner("hp-eoffice"), message.replace("H24.31", "H24.02"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).path("code").asText()).isEqualTo("hand-off-conflict");
  }

  @Test
  void ids_are_unique_per_partner_only() {
    String id = freshId();
    assertThat(post(partner("hp-eoffice"), secret(id)).statusCode()).isEqualTo(201);
    String theirs = handOff(id, "H48.16", "H48.02", ", \"secrecy\": \"NONE\"");
    assertThat(post(partner("qn-eoffice"), theirs).statusCode()).isEqualTo(201);
  }

  @Test
  void the_digest_is_that_of_the_very_bytes_sent() {
    String more = ", \"secrecy\": \"Tối mật\", \"enteredInRegister\": true, \"network\": \"KT1\"";
    byte[] bytes =
        ("\uFEFF\n\t" + handOff(freshId(), "000.00.16.H24", "H24.31", more) + "\r\n  ")
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer = send(posting(partner("hp-eoffice"), bytes));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).path("messageSha256").asText()).isEqualTo(Sha256.of(bytes));
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused_as_encoding() {
    byte[] bytes =
        secret(freshId()).replace("H24.31", "H24\u00E1").getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<byte[]> answer = send(posting(partner("hp-eoffice"), bytes));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("code").asText()).isEqualTo("encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CamelHttpResponseCode",
        "CamelFileName",
        "CamelBeanMethodName",
        "CamelBeanMethod",
        "CamelHttpUri",
        "CamelHttpPath",
        "CamelHttpQuery",
        "CamelHttpMethod",
        "CamelSqlQuery",
        "CamelRestHttpUri",
        "CamelCharsetName",
        "X-HTTP-Method-Override",
        "CamelToEndpoint"
      })
  void no_header_of_a_client_steers_what_happens(String header) {
    HttpResponse<byte[]> answer =
        send(
            posting(partner("hp-eoffice"), secret(freshId()).getBytes(StandardCharsets.UTF_8))
                .header(header, "GET"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("camel"));
    assertThat(answer.headers().firstValue(header)).isEmpty();
    String id = json(answer).at("/shipments/0/shipmentId").asText();
    HttpResponse<byte[]> read =
        send(call(partner("hp-eoffice"), "/shipments/" + id).header(header, "204"));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(json(read).path("shipmentId").asText()).isEqualTo(id);
  }

  @Test
  void content_is_refused_and_leaves_pointers_only() {
    String planted = "cau bi mat khong duoc luu";
    String message = secret(freshId()).replace("}}]}", "}, \"trichYeu\": \"" + planted + "\"}]}");
    message =
        message.replaceFirst("\"envelopeId\"", "\"trichYeu\": \"" + planted + "\", \"envelopeId\"");
    HttpResponse<byte[]> answer = post(partner("hp-eoffice"), message);
    assertThat(answer.statusCode()).isEqualTo(422);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(body).contains("content-not-allowed").doesNotContain(planted);
    String evidence =
        jdbc.sql("select detail::text from evidence where act = 'content-refused'")
            .query(String.class)
            .list()
            .toString();
    assertThat(evidence).contains("/envelopes/0/TrichYeu").doesNotContain(planted);
    assertThat(evidence).doesNotContain(Sha256.of(message));
  }

  @Test
  void a_hundred_at_once_make_one_hand_off() throws InterruptedException, ExecutionException {
    String id = freshId();
    String message = secret(id);
    ExecutorService clients = Executors.newFixedThreadPool(25);
    List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(clients.submit(() -> post(partner("hp-eoffice"), message)));
    }
    List<Integer> statuses = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (Future<HttpResponse<byte[]>> answer : answers) {
      statuses.add(answer.get().statusCode());
      bodies.add(new String(answer.get().body(), StandardCharsets.UTF_8));
    }
    clients.shutdown();
    assertThat(statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())))
        .containsEntry(201, 1L)
        .containsEntry(200, 99L);
    assertThat(bodies).containsOnly(bodies.get(0));
    Long shipments =
        jdbc.sql(
                "select count(*) from shipment s join hand_off h using (hand_off_key) where h.hand_off_id = ?")
            .param(id)
            .query(Long.class)
            .single();
    assertThat(shipments).isEqualTo(1);
  }

  @Test
  void a_clerk_hands_over_for_the_own_unit_only() {
    String own = handOff(freshId(), "H24.61", "H24.31", ", \"secrecy\": \"NONE\"");
    assertThat(post(person("clerk"), own).statusCode()).isEqualTo(201);
    HttpResponse<byte[]> others = post(person("clerk"), secret(freshId()));
    assertThat(others.statusCode()).isEqualTo(422);
    assertThat(json(others).path("code").asText()).isEqualTo("sender-not-yours");
  }

  @Test
  void a_dry_run_answers_as_a_hand_off_would_and_writes_nothing() {
    String id = freshId();
    String message = secret(id);
    HttpResponse<byte[]> tried = dryRun(message);
    assertThat(tried.statusCode()).isEqualTo(200);
    JsonNode receipt = json(tried);
    assertThat(receipt.path("handOffId").asText()).isEqualTo(id);
    assertThat(receipt.path("receivedAt").isNull()).isTrue();
    assertThat(receipt.at("/shipments/0/shipmentId").isNull()).isTrue();
    assertThat(receipt.at("/shipments/0/service").asText()).isEqualTo("KT1_B");
    assertThat(dryRun(message.replace("H24.16", "H48.16")).statusCode()).isEqualTo(422);
    assertThat(written(id)).isZero();

    HttpResponse<byte[]> taken = post(partner("hp-eoffice"), message);
    assertThat(taken.statusCode()).isEqualTo(201);
    assertThat(dryRun(message).body()).isEqualTo(taken.body());
    assertThat(dryRun(message.replace("H24.31", "H24.02")).statusCode()).isEqualTo(409);
  }

  @Test
  void a_dry_run_is_true_or_false() {
    HttpResponse<byte[]> unclear = tryOut("perhaps", secret(freshId()));
    assertThat(unclear.statusCode()).isEqualTo(400);
    assertThat(json(unclear).at("/errors/0/pointer").asText()).isEqualTo("/dryRun");
  }

  private HttpResponse<byte[]> dryRun(String message) {
    return tryOut("true", message);
  }

  private HttpResponse<byte[]> tryOut(String dryRun, String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    return send(
        call(partner("hp-eoffice"), "/hand-offs?dryRun=" + dryRun)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private long written(String id) {
    return jdbc.sql(
            """
            select (select count(*) from hand_off where hand_off_id = :id)
              + (select count(*) from shipment join hand_off using (hand_off_key) where hand_off_id = :id)
              + (select count(*) from evidence where subject = :id)
            """)
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
