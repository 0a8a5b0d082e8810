package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.incident.IncidentWatch;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.shipment.ShipmentState;

/** What receiving units confirm or find, and the register of incidents. Who may: AccessMatrixIT. */
class RestIncidentIT extends RestGateway {

  private static final String BY_HAND =
      ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true, \"network\": \"HAND\"";

  private String shipment = "";

  @BeforeEach
  void an_envelope_goes_by_hand_from_hai_phong_to_quang_ngai() {
    shipment = handOver("H48.16");
  }

  @Test
  void the_word_of_the_receiver_ends_what_no_post_reports_and_twice_is_once() {
    String received = "{\"result\": \"RECEIVED\", \"at\": \"" + now() + "\"}";
    JsonNode first = json(confirm(partner("qn-eoffice"), received, 201));
    JsonNode again = json(confirm(partner("qn-eoffice"), received, 201));
    assertThat(again.path("confirmationId")).isEqualTo(first.path("confirmationId"));
    assertThat(count("confirmation")).isEqualTo(1);
    assertThat(shown().path("state").asText()).isEqualTo("DELIVERED");
    assertThat(evidence("confirmed")).isEqualTo(1);
  }

  @Test
  void on_kt1_the_word_of_the_receiver_stands_beside_that_of_the_post() {
    JsonNode receipt =
        json(
            post(
                partner("hp-eoffice"),
                handOff(
                    freshId(),
                    "H24.16",
                    "H48.16",
                    ", \"secrecy\": \"SECRET\", \"enteredInRegister\": true")));
    shipment = receipt.at("/shipments/0/shipmentId").asText();
    confirm(partner("qn-eoffice"), "{\"result\": \"RECEIVED\", \"at\": \"" + now() + "\"}", 201);
    assertThat(shown().path("state").asText()).isIn("REGISTERED", "ORDERED");
    assertThat(json(get(person("operator"), "/shipments/" + shipment + "/timeline")).path("items"))
        .extracting(event -> event.path("rawCode").asText())
        .contains("CONFIRMED");
  }

  @Test
  void a_problem_and_then_the_whole_envelope_are_both_kept_in_order() {
    String at = now();
    JsonNode problem = json(confirm(partner("qn-eoffice"), problem("SHORT_COUNT", at), 201));
    assertThat(problem.path("incidentId").asText()).isNotEmpty();
    assertThat(shown().path("state").asText()).isEqualTo("REGISTERED");
    confirm(partner("qn-eoffice"), "{\"result\": \"RECEIVED\", \"at\": \"" + at + "\"}", 201);
    assertThat(shown().path("state").asText()).isEqualTo("DELIVERED");
    assertThat(count("confirmation")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENED,         SECRECY_BREACH, DEPARTMENT hai-phong/DEPARTMENT quang-ngai/UNIT H48.16",
    "SWAPPED,        SECRECY_BREACH, DEPARTMENT hai-phong/DEPARTMENT quang-ngai/UNIT H48.16",
    "DAMAGED,        DAMAGE,         UNIT H48.16",
    "WRONG_HANDLING, OTHER,          UNIT H24.16",
    "SHORT_COUNT,    OTHER,          UNIT H24.16",
    "BAD_PACKING,    OTHER,          UNIT H24.16"
  })
  void each_finding_is_told_to_whom_the_law_wants_told_once(
      String finding, String kind, String told) {
    String body = problem(finding, now());
    String incident = json(confirm(partner("qn-eoffice"), body, 201)).path("incidentId").asText();
    confirm(partner("qn-eoffice"), body, 201);
    assertThat(json(get(partner("qn-eoffice"), "/incidents/" + incident)).path("kind").asText())
        .isEqualTo(kind);
    assertThat(told(incident)).containsExactlyInAnyOrder(told.split("/"));
  }

  @Test
  void a_loss_is_told_to_both_departments_and_the_receiving_head_and_tells_no_kind() {
    String body = incident("LOSS", shipment);
    JsonNode raised = json(raise(partner("hp-eoffice"), body, 201));
    String id = raised.path("incidentId").asText();
    assertThat(json(raise(partner("hp-eoffice"), body, 201))).isEqualTo(raised);
    assertThat(told(id))
        .containsExactlyInAnyOrder("DEPARTMENT hai-phong", "DEPARTMENT quang-ngai", "UNIT H48.16");
    assertThat(words(id))
        .allSatisfy(words -> assertThat(words).doesNotContainIgnoringCase("LOSS", "mất", "mật"));
    assertThat(evidence("incident-raised", id)).isEqualTo(1);
    assertThat(get(person("department-quang-ngai"), "/incidents/" + id).statusCode())
        .as("who is told may read")
        .isEqualTo(200);
    JsonNode wrong =
        json(raise(partner("hp-eoffice"), body.replace("}", ", \"wrongdoing\": true}"), 201));
    assertThat(wrong.path("incidentId").asText()).isNotEqualTo(id);
  }

  @Test
  void a_problem_without_a_finding_is_told_to_the_sender_and_when_it_was_due_to_nobody_else() {
    String body = "{\"result\": \"PROBLEM\", \"at\": \"" + now() + "\"}";
    String incident = json(confirm(partner("qn-eoffice"), body, 201)).path("incidentId").asText();
    assertThat(told(incident)).containsExactly("UNIT H24.16");
    assertThat(json(get(partner("qn-eoffice"), "/incidents/" + incident)).has("claimUntil"))
        .isFalse();
    assertThat(json(get(person("operator"), "/incidents/" + incident)).has("claimUntil")).isTrue();
  }

  @Test
  void an_incident_is_taken_answered_and_listed_by_its_state() {
    String id =
        json(raise(partner("hp-eoffice"), incident("DAMAGE", shipment), 201))
            .path("incidentId")
            .asText();
    JsonNode taken =
        json(act(person("department-hai-phong"), "/incidents/" + id + "/taking", "{}", 200));
    assertThat(taken.path("owner").asText()).isEqualTo("DEPARTMENT");
    act(person("operator"), "/incidents/" + id + "/taking", "{}", 200);
    String answer = "{\"answer\": \"Bưu điện đã đổi bao bì\"}";
    JsonNode answered =
        json(act(person("department-hai-phong"), "/incidents/" + id + "/answer", answer, 200));
    assertThat(answered.path("state").asText()).isEqualTo("ANSWERED");
    assertThat(answered.path("owner").asText()).isEqualTo("DEPARTMENT");
    assertThat(listed("viewer", "?state=ANSWERED&shipmentId=" + shipment)).containsExactly(id);
    assertThat(listed("viewer", "?state=OPEN&shipmentId=" + shipment)).isEmpty();
    assertThat(listed("clerk", "?shipmentId=" + shipment)).isEmpty();
    assertThat(get(person("clerk"), "/incidents/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void a_page_leads_to_the_next() {
    String first = id(raise(partner("hp-eoffice"), incident("DAMAGE", shipment), 201));
    String second = id(raise(partner("hp-eoffice"), incident("LATE", shipment), 201));
    JsonNode page = json(get(person("viewer"), "/incidents?limit=1&shipmentId=" + shipment));
    assertThat(page.at("/items/0/incidentId").asText()).isEqualTo(second);
    JsonNode next =
        json(
            get(
                person("viewer"),
                "/incidents?limit=1&shipmentId="
                    + shipment
                    + "&cursor="
                    + page.path("nextCursor").asText()));
    assertThat(next.at("/items/0/incidentId").asText()).isEqualTo(first);
    assertThat(next.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void what_is_paid_back_is_shown_to_those_who_see_the_charge_only() {
    String id = id(raise(partner("qn-eoffice"), incident("LOSS", shipment), 201));
    assertThat(json(get(partner("qn-eoffice"), "/incidents/" + id)).has("refund")).isFalse();
    assertThat(json(get(person("viewer"), "/incidents/" + id)).has("refund")).isFalse();
    JsonNode refund = json(get(person("operator"), "/incidents/" + id)).path("refund");
    assertThat(refund.path("amount").isNull()).isTrue();
    assertThat(refund.path("missing")).isNotEmpty();
    assertThat(refund.path("verified").asBoolean()).isFalse();
  }

  @Test
  void a_shipment_the_post_has_lost_is_in_the_register_without_anybody_asking() {
    IncidentWatch watch = bean(IncidentWatch.class);
    TransactionTemplate transaction = bean(TransactionTemplate.class);
    for (int i = 0; i < 2; i++) {
      transaction.executeWithoutResult(
          status -> watch.moved(new ShipmentsMoved(Map.of(shipment, ShipmentState.LOST))));
    }
    assertThat(listed("viewer", "?kind=LOSS&shipmentId=" + shipment)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                  | missing-field",
        "{'result': 'GOT', 'at': 'NOW'}                                      | bad-value",
        "{'result': 'RECEIVED', 'at': 'yesterday'}                           | bad-value",
        "{'result': 'RECEIVED', 'at': '2026-01-01T00:00:00+07:00'}           | bad-value",
        "{'result': 'RECEIVED', 'at': '2199-01-01T00:00:00+07:00'}           | bad-value",
        "{'result': 'RECEIVED', 'at': 'NOW', 'finding': 'OPENED'}            | bad-value",
        "{'result': 'PROBLEM', 'at': 'NOW', 'finding': 'WET', 'note': 'a'}   | bad-value",
        "{'result': 'PROBLEM', 'at': 'NOW', 'note': 'bì TUYỆT MẬT bị rách'}  | bad-value",
        "{'result': 'RECEIVED', 'at': 'NOW', 'by': 'x'}                      | unknown-field"
      })
  void a_confirmation_that_cannot_be_is_told_what_is_wrong(String body, String code) {
    HttpResponse<byte[]> answer =
        confirm(partner("qn-eoffice"), body.replace('\'', '"').replace("NOW", now()), 422);
    assertThat(json(answer).path("code").asText()).isEqualTo(code);
    assertThat(count("confirmation")).isZero();
  }

  @Test
  void what_was_never_sent_is_not_confirmed() {
    shipment = handOver("H99.99");
    assertThat(shown().path("decision").asText()).isEqualTo("HELD");
    String body = "{\"result\": \"RECEIVED\", \"at\": \"" + now() + "\"}";
    assertThat(json(confirm(person("operator"), body, 422)).path("code").asText())
        .isEqualTo("bad-value");
  }

  @Test
  void an_incident_about_a_shipment_of_others_is_not_found() {
    raise(person("clerk"), incident("LOSS", shipment), 404);
    raise(person("department-quang-ngai"), incident("LOSS", shipment), 404);
    assertThat(count("incident")).isZero();
  }

  @Test
  void an_incident_without_a_shipment_concerns_the_callers_province_or_all() {
    String note =
        "{\"kind\": \"OTHER\", \"at\": \"" + now() + "\", \"note\": \"xe bưu chính hỏng\"}";
    assertThat(json(raise(partner("qn-eoffice"), note, 201)).path("province").asText())
        .isEqualTo("quang-ngai");
    JsonNode all = json(raise(person("operator"), note.replace("OTHER", "LOSS"), 201));
    assertThat(all.path("province").isNull()).isTrue();
    assertThat(told(all.path("incidentId").asText()))
        .containsExactlyInAnyOrder("DEPARTMENT hai-phong", "DEPARTMENT quang-ngai");
    raise(person("operator"), "{\"kind\": \"LOSS\", \"at\": \"" + now() + "\"}", 422);
  }

  private String handOver(String recipient) {
    JsonNode receipt =
        json(post(partner("hp-eoffice"), handOff(freshId(), "H24.16", recipient, BY_HAND)));
    return receipt.at("/shipments/0/shipmentId").asText();
  }

  private JsonNode shown() {
    return json(get(person("operator"), "/shipments/" + shipment));
  }

  private static String problem(String finding, String at) {
    return "{\"result\": \"PROBLEM\", \"finding\": \"" + finding + "\", \"at\": \"" + at + "\"}";
  }

  private String incident(String kind, String about) {
    return "{\"kind\": \"%s\", \"shipmentId\": \"%s\", \"at\": \"%s\"}"
        .formatted(kind, about, now());
  }

  private static String id(HttpResponse<byte[]> answer) {
    return json(answer).path("incidentId").asText();
  }

  private HttpResponse<byte[]> confirm(String who, String body, int status) {
    return act(who, "/shipments/" + shipment + "/confirmation", body, status);
  }

  private HttpResponse<byte[]> raise(String who, String body, int status) {
    return act(who, "/incidents", body, status);
  }

  private HttpResponse<byte[]> act(String who, String path, String body, int status) {
    HttpResponse<byte[]> answer =
        send(
            call(who, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
    return answer;
  }

  private List<String> listed(String login, String query) {
    return json(get(person(login), "/incidents" + query))
        .path("items")
        .findValuesAsText("incidentId");
  }

  private List<String> told(String incident) {
    return jdbc.sql("select recipient from dispatch where kind = 'INCIDENT' and reference = ?")
        .param(incident)
        .query(String.class)
        .list();
  }

  private List<String> words(String incident) {
    return jdbc.sql(
            "select name || convert_from(content, 'UTF8') from dispatch"
                + " where reference = ? and content is not null")
        .param(incident)
        .query(String.class)
        .list();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table + " where shipment_id = ?")
        .param(shipment)
        .query(Integer.class)
        .single();
  }

  private int evidence(String act) {
    return evidence(act, shipment);
  }

  private int evidence(String act, String subject) {
    return jdbc.sql("select count(*) from evidence where act = ? and subject = ?")
        .params(act, subject)
        .query(Integer.class)
        .single();
  }
}
