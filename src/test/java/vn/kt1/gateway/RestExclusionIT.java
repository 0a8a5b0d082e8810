package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an exclusion is said over HTTP. Who may: AccessMatrixIT; what comes of it: TransitsIT. */
class RestExclusionIT extends RestGateway {

  private static final String KT1 =
      ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true, \"network\": \"KT1\"";
  private static final String WRONG = "00000000-0000-4000-8000-000000000002";

  private String shipment = "";

  /** Accepted; the news that withdraws an event lets the gateway compute its time. */
  @BeforeEach
  void a_shipment_is_accepted() {
    JsonNode receipt =
        json(post(partner("hp-eoffice"), handOff(freshId(), "H24.16", "H24.31", KT1)));
    shipment = receipt.at("/shipments/0/shipmentId").asText();
    event("00000000-0000-4000-8000-000000000001", "6", "ACCEPTED");
    event(WRONG, "15", "DELIVERY_FAILED");
    send(
        call(person("operator"), "/shipments/" + shipment + "/corrections")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"eventId\": \"" + WRONG + "\", \"reason\": \"scanned the wrong item\"}")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql("select count(*) from transit where shipment_id = ?")
                        .param(shipment)
                        .query(Integer.class)
                        .single()
                    == 1);
  }

  @Test
  void it_is_said_and_taken_back_twice_as_once() {
    String body = "{\"reason\": \"FORCE_MAJEURE\", \"note\": \"Bão số 9\"}";
    for (int time = 0; time < 2; time++) {
      HttpResponse<byte[]> answer = exclude(body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json(answer).path("excluded").asText()).isEqualTo("FORCE_MAJEURE");
    }
    assertThat(sla().at("/excluded/reason").asText()).isEqualTo("FORCE_MAJEURE");
    for (int time = 0; time < 2; time++) {
      HttpResponse<byte[]> answer =
          send(call(person("policy"), "/shipments/" + shipment + "/exclusion").DELETE());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(json(answer).path("excluded").isNull()).isTrue();
    }
    assertThat(sla().has("excluded")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                               | missing-field",
        "{'reason': 'RAIN', 'note': 'a'}                  | bad-value",
        "{'reason': 'SPECIAL_AREA'}                       | missing-field",
        "{'reason': 'SPECIAL_AREA', 'note': 'bì TỐI MẬT'} | bad-value",
        "{'reason': 'SPECIAL_AREA', 'note': 'a', 'by': 1} | unknown-field"
      })
  void any_other_body_is_told_what_it_lacks(String body, String code) {
    HttpResponse<byte[]> answer = exclude(body.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("code").asText()).isEqualTo(code);
    assertThat(sla().has("excluded")).isFalse();
  }

  private JsonNode sla() {
    return json(get(person("operator"), "/shipments/" + shipment)).path("sla");
  }

  private HttpResponse<byte[]> exclude(String body) {
    return send(
        call(person("operator"), "/shipments/" + shipment + "/exclusion")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private void event(String id, String code, String state) {
    jdbc.sql(
            """
            insert into event (event_id, shipment_id, source, item_code, raw_code, meaning, state,
              occurred_at, recorded_at)
            values (?::uuid, ?, 'myvnp', 'EA000000014VN', ?, ?, ?, current_timestamp,
              current_timestamp)
            """)
        .params(id, shipment, code, state, state)
        .update();
  }
}
