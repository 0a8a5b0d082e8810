package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How an event is withdrawn over HTTP; what comes of it: CorrectionsIT. Who may: AccessMatrixIT.
 */
class RestCorrectionIT extends RestGateway {

  private static final String HAND =
      ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true, \"network\": \"HAND\"";
  private static final String WRONG = "00000000-0000-4000-8000-000000000001";

  private String shipment = "";

  @BeforeEach
  void a_shipment_was_reported_as_delivered_by_mistake() {
    JsonNode receipt =
        json(post(partner("hp-eoffice"), handOff(freshId(), "H24.16", "H24.31", HAND)));
    shipment = receipt.at("/shipments/0/shipmentId").asText();
    jdbc.sql(
            """
            insert into event (event_id, shipment_id, source, item_code, raw_code, meaning, state,
              occurred_at, recorded_at)
            values (?::uuid, ?, 'myvnp', 'EA000000014VN', '14', 'DELIVERED', 'DELIVERED',
              current_timestamp, current_timestamp)
            """)
        .params(WRONG, shipment)
        .update();
    jdbc.sql("update shipment set state = 'DELIVERED' where shipment_id = ?")
        .param(shipment)
        .update();
  }

  @Test
  void an_operator_withdraws_it_once() {
    HttpResponse<byte[]> answer = correct(person("operator"), body(WRONG));
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode corrected = json(answer);
    assertThat(corrected.path("state").asText()).isEqualTo("REGISTERED");
    JsonNode shown = json(get(person("operator"), "/shipments/" + shipment));
    assertThat(shown.path("state").asText()).isEqualTo("REGISTERED");
    JsonNode events =
        json(get(person("operator"), "/shipments/" + shipment + "/timeline")).path("items");
    assertThat(events)
        .filteredOn(event -> event.path("eventId").asText().equals(WRONG))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.path("correctedBy")).isEqualTo(corrected.path("correctionId")));

    HttpResponse<byte[]> again = correct(person("policy"), body(WRONG));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again)).isEqualTo(corrected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                      | missing-field",
        "{'eventId': 'x', 'reason': 'a'}         | bad-value",
        "{'eventId': '00000000-0000-4000-8000-00000000000f', 'reason': 'a'} | bad-value",
        "{'eventId': '00000000-0000-4000-8000-000000000001', 'reason': ' '} | bad-value",
        "{'eventId': '00000000-0000-4000-8000-000000000001', 'reason': 'bì TỐI MẬT'} | bad-value",
        "{'eventId': '00000000-0000-4000-8000-000000000001', 'reason': 'a', 'by': 1} | unknown-field"
      })
  void any_other_body_is_told_what_it_lacks_and_withdraws_nothing(String body, String code) {
    HttpResponse<byte[]> answer = correct(person("operator"), body.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("code").asText()).isEqualTo(code);
    assertThat(json(get(person("operator"), "/shipments/" + shipment)).path("state").asText())
        .isEqualTo("DELIVERED");
  }

  @Test
  void a_shipment_is_found_by_the_ids_people_have() {
    JsonNode shown = json(get(person("operator"), "/shipments/" + shipment));
    String handOff = shown.path("handOffId").asText();
    String envelope = shown.path("envelopeId").asText();
    for (String filter :
        new String[] {"handOffId=" + handOff, "handOffId=" + handOff + "&envelopeId=" + envelope}) {
      assertThat(json(get(person("viewer"), "/shipments?" + filter)).path("items"))
          .singleElement()
          .satisfies(item -> assertThat(item.path("shipmentId").asText()).isEqualTo(shipment));
    }
    assertThat(json(get(person("viewer"), "/shipments?orderId=O-NONE")).path("items")).isEmpty();
    assertThat(get(person("viewer"), "/shipments?handOffId=a%20b").statusCode()).isEqualTo(400);
  }

  private HttpResponse<byte[]> correct(String who, String body) {
    return send(
        call(who, "/shipments/" + shipment + "/corrections")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String body(String event) {
    return "{\"eventId\": \"" + event + "\", \"reason\": \"scanned the wrong item\"}";
  }
}
