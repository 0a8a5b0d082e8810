package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a shipment is cancelled over HTTP, and what is told; one that was ordered: CancellationIT.
 */
class RestCancellationIT extends RestGateway {

  private static final String HAND =
      ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true, \"network\": \"HAND\"";

  @Test
  void the_senders_side_cancels() {
    String who = partner("hp-eoffice");
    String shipment = handedOver("H24.16", "H24.31", "");
    HttpResponse<byte[]> answer = cancel(who, shipment);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).toString())
        .isEqualTo("{\"shipmentId\":\"" + shipment + "\",\"state\":\"CANCELLED\"}");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(json(get(who, "/shipments/" + shipment)).path("state").asText())
        .isEqualTo("CANCELLED");
    assertThat(cancel(who, shipment).statusCode()).as("twice is once").isEqualTo(200);
  }

  /** Each login: AccessMatrixIT. */
  @Test
  void who_may_not_is_told_and_who_sees_nothing_finds_nothing() {
    String coming = handedOver("H24.16", "H48.16", HAND);
    problem(cancel(person("viewer"), coming), 403, "forbidden");
    problem(cancel(partner("qn-eoffice"), coming), 403, "forbidden");
    problem(cancel(person("clerk"), coming), 404, "not-found");
    assertThat(state(coming)).isEqualTo("REGISTERED");
    problem(cancel(person("viewer"), "NOBODYS-1"), 404, "not-found");
    problem(cancel(person("admin"), "NOBODYS-1"), 403, "forbidden");
  }

  @Test
  void a_refused_one_is_told_its_own_sentence() {
    String refused =
        handedOver("H24.16", "H24.31", ", \"secrecy\": \"A\", \"network\": \"PUBLIC_POST\"");
    HttpResponse<byte[]> answer = cancel(partner("hp-eoffice"), refused);
    problem(answer, 409, "already-accepted");
    assertThat(json(answer).path("detail").asText()).contains("cổng từ chối");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", " { } ", ""})
  void the_body_has_nothing_to_say(String body) {
    String shipment = handedOver("H24.16", "H24.31", HAND);
    assertThat(cancel(partner("hp-eoffice"), shipment, body).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                   | 400 | malformed",
        "[]                  | 400 | malformed",
        "null                | 400 | malformed",
        "{} {}               | 400 | malformed",
        "{'a': 1, 'a': 2}    | 400 | malformed",
        "{'reason': 'x'}     | 422 | unknown-field",
        "{'a': {}, 'b': []}  | 422 | unknown-field"
      })
  void any_other_body_is_refused_and_cancels_nothing(String body, int status, String code) {
    String shipment = handedOver("H24.16", "H24.31", HAND);
    HttpResponse<byte[]> answer = cancel(partner("hp-eoffice"), shipment, body.replace('\'', '"'));
    problem(answer, status, code);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("reason");
    assertThat(state(shipment)).isEqualTo("REGISTERED");
  }

  @Test
  void refusals_of_every_call_hold_here_too() {
    String path = "/shipments/" + handedOver("H24.16", "H24.31", HAND) + "/cancellation";
    problem(get(partner("hp-eoffice"), path), 405, "method-not-allowed");
    problem(send(call("Bearer x", path).POST(BodyPublishers.noBody())), 401, "unauthenticated");
    problem(
        send(call(partner("hp-eoffice"), path + "?force=1").POST(BodyPublishers.noBody())),
        400,
        "bad-parameter");
    problem(
        send(
            call(partner("hp-eoffice"), path)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"))),
        415,
        "unsupported-media-type");
    problem(
        send(
            call(partner("hp-eoffice"), path)
                .header("Accept", "text/html")
                .POST(BodyPublishers.noBody())),
        406,
        "not-acceptable");
    problem(cancel(partner("hp-eoffice"), "a%20b"), 404, "not-found");
  }

  @Test
  void a_call_without_body_and_type_is_welcome() {
    String path = "/shipments/" + handedOver("H24.16", "H24.31", HAND) + "/cancellation";
    HttpResponse<byte[]> answer =
        send(call(partner("hp-eoffice"), path).POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void a_cancelled_one_has_no_label_any_more() throws Exception {
    String id = freshId();
    JsonNode receipt = json(post(partner("hp-eoffice"), handOff(id, "H24.16", "H24.31", HAND)));
    cancel(partner("hp-eoffice"), receipt.at("/shipments/0/shipmentId").asText());
    byte[] slip = get(partner("hp-eoffice"), "/hand-offs/" + id + "/slip").body();
    try (PDDocument document = Loader.loadPDF(slip)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document)).contains("Đã hủy");
    }
  }

  private String handedOver(String sender, String recipient, String more) {
    JsonNode receipt =
        json(post(partner("hp-eoffice"), handOff(freshId(), sender, recipient, more)));
    return receipt.at("/shipments/0/shipmentId").asText();
  }

  private HttpResponse<byte[]> cancel(String who, String shipment) {
    return cancel(who, shipment, "{}");
  }

  private HttpResponse<byte[]> cancel(String who, String shipment, String body) {
    return send(
        call(who, "/shipments/" + shipment + "/cancellation")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String state(String shipment) {
    return json(get(person("operator"), "/shipments/" + shipment)).path("state").asText();
  }

  private static void problem(HttpResponse<byte[]> answer, int status, String code) {
    JsonNode body = json(answer);
    assertThat(answer.statusCode()).as(body.toString()).isEqualTo(status);
    assertThat(body.path("code").asText()).isEqualTo(code);
    assertThat(body.path("errors")).isNotEmpty();
  }
}
