package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may answer a held shipment over HTTP, and what comes of it. */
class RestResolutionIT extends RestGateway {

  private static final String SECRET =
      "{\"secrecy\": \"Tối mật\", \"enteredInRegister\": true, \"reason\": \"Văn thư xác nhận\"}";
  private static final String ORDINARY =
      "{\"secrecy\": \"NONE\", \"reason\": \"Văn thư xác nhận\"}";
  private static final String SILENT = "{\"reason\": \"Đã kiểm tra\"}";
  private static final String BY_HAND = "{\"network\": \"HAND\", \"reason\": \"Đã gọi\"}";

  @Test
  void what_the_sender_answers_is_decided_and_ordered() {
    String shipment = held("H24.16", "H24.31");
    HttpResponse<byte[]> answer = resolve(partner("hp-eoffice"), shipment, SECRET);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    JsonNode body = json(answer);
    assertThat(body.path("shipmentId").asText()).isEqualTo(shipment);
    assertThat(body.path("decision").asText()).isEqualTo("ROUTED");
    assertThat(body.path("network").asText()).isEqualTo("KT1");
    assertThat(body.path("service").asText()).isEqualTo("KT1_B");
    assertThat(body.at("/reasons/0/rule").asText()).isEqualTo("classified-goes-by-kt1");
    assertThat(body.path("warnings").isArray()).isTrue();

    await().atMost(Duration.ofSeconds(20)).until(() -> !shown(shipment).path("order").isNull());
    assertThat(shown(shipment).at("/order/file").asText()).startsWith("KT1-ORDER_hai-phong_");
    JsonNode timeline = json(get(person("viewer"), "/shipments/" + shipment + "/timeline"));
    assertThat(timeline.findValuesAsText("rawCode")).startsWith("HELD", "RESOLVED", "REGISTERED");
    assertThat(timeline.at("/items/1/source").asText()).isEqualTo("person");
    assertThat(timeline.toString()).doesNotContain("hp-eoffice", "xác nhận");
    assertThat(resolve(partner("hp-eoffice"), shipment, SECRET).statusCode())
        .as("twice is once")
        .isEqualTo(200);
    problem(resolve(partner("hp-eoffice"), shipment, ORDINARY), 409, "not-held");
  }

  @Test
  void what_another_login_must_confirm_waits() {
    String shipment = held("H24.90", "H24.31");
    for (int times = 0; times < 2; times++) {
      HttpResponse<byte[]> answer = resolve(partner("hp-eoffice"), shipment, ORDINARY);
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(text(answer))
          .isEqualTo("{\"shipmentId\":\"" + shipment + "\",\"awaiting\":\"second-person\"}");
    }
    problem(resolve(partner("hp-eoffice"), shipment, SILENT), 403, "second-person");
    assertThat(shown(shipment).path("awaiting").asText()).isEqualTo("second-person");
    assertThat(shown(shipment).at("/proposal/network").asText()).isEqualTo("PUBLIC_POST");
    assertThat(shown(shipment).at("/proposal/role").asText()).isEqualTo("PARTNER");
    assertThat(shown(shipment).at("/proposal/secrecy").asText()).isEqualTo("NONE");
    assertThat(json(get(person("viewer"), "/shipments/" + shipment)).has("awaiting")).isFalse();
    assertThat(json(get(person("viewer"), "/shipments/" + shipment)).has("proposal")).isFalse();

    HttpResponse<byte[]> confirmed = resolve(person("policy"), shipment, SILENT);
    assertThat(json(confirmed).path("network").asText()).isEqualTo("PUBLIC_POST");
    assertThat(json(confirmed).path("service").isNull()).isTrue();
    assertThat(shown(shipment).has("awaiting")).isFalse();
    assertThat(shown(shipment).path("state").asText()).isEqualTo("REGISTERED");
    assertThat(resolve(person("policy"), shipment, SILENT).statusCode()).isEqualTo(200);
    problem(resolve(person("operator"), shipment, SILENT), 409, "not-held");
  }

  @Test
  void an_operator_chooses_how_it_travels_and_says_nothing_else() {
    String shipment = held("H24.16", "H99.99");
    HttpResponse<byte[]> kept = resolve(person("operator"), shipment, BY_HAND);
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(json(kept).path("decision").asText()).isEqualTo("HELD");
    problem(resolve(person("operator"), shipment, SECRET), 403, "forbidden");
    problem(resolve(partner("hp-eoffice"), shipment, BY_HAND), 403, "forbidden");
    assertThat(json(resolve(partner("hp-eoffice"), shipment, SECRET)).path("network").asText())
        .isEqualTo("HAND");

    String other = held("H24.16", "H99.99");
    HttpResponse<byte[]> no =
        resolve(person("operator"), other, BY_HAND.replace("HAND", "PUBLIC_POST"));
    problem(no, 422, "bad-value");
    assertThat(json(no).at("/errors/0/pointer").asText()).isEqualTo("/network");
  }

  /** Each login: AccessMatrixIT. */
  @Test
  void who_may_not_is_told_and_who_sees_nothing_finds_nothing() {
    String shipment = held("H24.16", "H48.16");
    problem(resolve(person("viewer"), shipment, SECRET), 403, "forbidden");
    problem(resolve(partner("qn-eoffice"), shipment, SECRET), 403, "forbidden");
    problem(resolve(person("clerk"), shipment, SECRET), 404, "not-found");
    problem(resolve(partner("hp-eoffice"), "NOBODYS-1", SECRET), 404, "not-found");
    assertThat(shown(shipment).path("state").asText()).isEqualTo("HELD");
  }

  /** What else cannot be read: AnswerTest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                             | 400 | malformed       | ''",
        "{'reason': 'a'}                               | 422 | missing-field   | ''",
        "{'secrecy': 'perhaps', 'reason': 'a'}         | 422 | bad-value       | /secrecy",
        "{'network': 'PIGEON', 'reason': 'a'}          | 422 | bad-value       | /network"
      })
  void what_cannot_be_read_is_told_and_does_nothing(
      String body, int status, String code, String pointer) {
    String shipment = held("H24.16", "H24.31");
    HttpResponse<byte[]> answer = resolve(partner("hp-eoffice"), shipment, body.replace('\'', '"'));
    problem(answer, status, code);
    assertThat(json(answer).path("errors").findValuesAsText("pointer")).contains(pointer);
    assertThat(text(answer)).doesNotContain("perhaps", "PIGEON");
    assertThat(shown(shipment).path("state").asText()).isEqualTo("HELD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "partner  | {'secrecy': 'NONE', 'reason': 'V/v kế hoạch năm'}",
        "operator | {'network': 'HAND', 'reason': 'Theo công văn 123/QĐ-UBND'}"
      })
  void content_is_refused_unstored_and_told_to_the_officer(String who, String body) {
    String shipment = held("H24.16", "H24.31");
    HttpResponse<byte[]> answer =
        resolve(
            who.equals("partner") ? partner("hp-eoffice") : person(who),
            shipment,
            body.replace('\'', '"'));
    problem(answer, 422, "content-not-allowed");
    String id = json(answer).path("correlationId").asText();
    assertThat(
            jdbc.sql(
                    "select recipient from dispatch"
                        + " where reference = ? and starts_with(recipient, 'OFFICER')")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("OFFICER hai-phong");
    assertThat(
            jdbc.sql("select convert_from(content, 'UTF8') from dispatch where reference = ?")
                .param(id)
                .query(String.class)
                .list())
        .noneMatch(mail -> mail.contains("operator"));
    assertThat(
            jdbc.sql(
                    "select count(*) from evidence where act = 'content-refused' and detail like ?")
                .param("%" + id + "%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(shown(shipment).path("state").asText()).isEqualTo("HELD");
  }

  @Test
  void who_has_not_answered_for_long_is_reminded_by_one_mail() {
    String shipment = held("H24.16", "H24.31");
    jdbc.sql("update shipment set state_since = ? where shipment_id = ?")
        .params(Timestamp.from(Instant.now().minus(Duration.ofDays(2))), shipment)
        .update();
    String mails =
        "select convert_from(content, 'UTF8') from dispatch"
            + " where kind = 'SLA' and recipient = 'PARTNER hp-eoffice' and sent_at is not null";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> jdbc.sql(mails).query(String.class).list().size() == 1);
    assertThat(jdbc.sql(mails).query(String.class).single()).contains(shipment);
    resolve(partner("hp-eoffice"), shipment, SECRET);
  }

  @Test
  void other_forms_of_a_call_are_told() {
    String path = "/shipments/" + held("H24.16", "H24.31") + "/resolution";
    problem(
        send(
            call(partner("hp-eoffice"), path)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(SECRET))),
        415,
        "unsupported-media-type");
    problem(get(partner("hp-eoffice"), path), 405, "method-not-allowed");
    problem(
        send(
            call(partner("hp-eoffice"), path + "?force=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SECRET))),
        400,
        "bad-parameter");
  }

  @Test
  void a_clerk_answers_for_the_own_unit_in_the_words_of_the_contract() {
    String receipt =
        new String(
            send(call(person("clerk"), "/hand-offs")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(handOff(freshId(), "H24.61", "H24.31", ""))))
                .body(),
            StandardCharsets.UTF_8);
    String shipment = receipt.replaceAll("(?s).*\"shipmentId\":\"([^\"]+)\".*", "$1");
    HttpResponse<byte[]> answer =
        resolve(
            person("clerk"),
            shipment,
            """
            {"secrecy": "NONE", "recipient": {"code": "000.00.16.H24"}, "reason": "Sửa nơi nhận"}
            """);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    assertThat(shown(shipment).at("/recipient/code").asText()).isEqualTo("H24.16");
    assertThat(shown(shipment).at("/recipient/name").asText()).contains("Khoa học");
  }

  private String held(String sender, String recipient) {
    HttpResponse<byte[]> answer =
        post(partner("hp-eoffice"), handOff(freshId(), sender, recipient, ""));
    return json(answer).at("/shipments/0/shipmentId").asText();
  }

  private JsonNode shown(String shipment) {
    return json(get(person("operator"), "/shipments/" + shipment));
  }

  private HttpResponse<byte[]> resolve(String who, String shipment, String body) {
    return send(
        call(who, "/shipments/" + shipment + "/resolution")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static void problem(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
    assertThat(json(answer).path("code").asText()).isEqualTo(code);
    assertThat(json(answer).path("errors")).isNotEmpty();
  }
}
