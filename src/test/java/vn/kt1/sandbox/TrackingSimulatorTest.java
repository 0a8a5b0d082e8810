package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingSimulatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOGIN =
      "{\"username\":\"u\",\"password\":\"p\",\"customerCode\":\"SYNTHETIC\"}";

  @TempDir Path temp;
  private final HttpClient http = HttpClient.newHttpClient();
  private TrackingSimulator simulator;

  @BeforeEach
  void start() throws Exception {
    simulator =
        new TrackingSimulator(temp, 0, new TrackingSimulator.Login("u", "p", "SYNTHETIC")).start();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'createdDate':'22/11/2026','createHour':'09:05:07','statusCode':'14','locateName':'Huế'}]",
        "{'statusHistory':[{'createdDate':'22-11-2026','createdHour':'09:05:07','statusCode':14,'LocateName':'Huế'}]}",
        "{'statusHistory ':[{'createdDate':'22/11/2026','time':'09:05:07','code':'14','location':'Huế'}]}",
        "{'data':{'statusHistory':[{'occurredAt':'2026-11-22T02:05:07Z','status':'14','location':'Huế'}]}}",
        "{'data':[{'statusHistory':[{'occurred_at':'2026-11-22T09:05:07+0700','status_code':14,'location':'Huế'}]}]}",
        "{'data':[{'time':'2026-11-22T09:05:07','statusCode':'14','locateName':'Huế'}]}",
        "[{'createdDate':'22/11/2026 09:05:07','statusCode':'14','locateName':'Huế'}]"
      })
  void takes_a_history_in_any_spelling_and_keeps_it(String body) throws Exception {
    HttpResponse<String> put = put("/_sim/items/EA000000014VN", body);
    assertThat(put.statusCode()).isEqualTo(200);
    stop();
    start();
    JsonNode entry = JSON.readTree(get("/_sim/items/EA000000014VN", "").body());
    entry = entry.path("statusHistory").get(0);
    assertThat(entry.path("occurredAt").asText()).isEqualTo("2026-11-22T09:05:07+07:00");
    assertThat(entry.path("statusCode").asText()).isEqualTo("14");
    assertThat(entry.path("locateName").asText()).isEqualTo("Huế");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "7",
        "{}",
        "[7]",
        "[{'statusCode':'14'}]",
        "[{'createdDate':'22/11/2026'}]",
        "[{'createdDate':'31/31/2026','createHour':'09:00:00','statusCode':'14'}]"
      })
  void says_in_a_sentence_what_it_cannot_read(String body) throws Exception {
    HttpResponse<String> put = put("/_sim/items/EA1", body);
    assertThat(put.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(put.body()).path("message").asText()).isNotBlank();
    assertThat(get("/_sim/items/EA1", "").statusCode()).isEqualTo(404);
  }

  @Test
  void an_empty_history_is_one() throws Exception {
    assertThat(put("/_sim/items/EA1", "[]").statusCode()).isEqualTo(200);
    assertThat(get("/_sim/items/EA1", "").statusCode()).isEqualTo(200);
  }

  @Test
  void answers_nobody_without_a_token_and_nothing_elsewhere() throws Exception {
    assertThat(get("/GetStatusHistoryOrder?type=1&code=EA1", "").statusCode()).isEqualTo(401);
    assertThat(get("/elsewhere", "").statusCode()).isEqualTo(404);
    assertThat(get("/_sim/items/", "").statusCode()).isEqualTo(404);
    HttpResponse<String> wrong = post(LOGIN.replace("\"p\"", "\"q\""));
    assertThat(JSON.readTree(wrong.body()).path("success").asBoolean(true)).isFalse();
  }

  @Test
  void a_token_ends_after_some_calls_and_an_unknown_item_is_99() throws Exception {
    String token = JSON.readTree(post(LOGIN).body()).path("token").asText();
    HttpResponse<String> first = get("/GetStatusHistoryOrder?type=1&code=EA1", token);
    assertThat(JSON.readTree(first.body()).path("Code").asText()).isEqualTo("99");
    for (int call = 1; call < 7; call++) {
      assertThat(get("/GetStatusHistoryOrder?type=1&code=EA1", token).statusCode()).isEqualTo(200);
    }
    assertThat(get("/GetStatusHistoryOrder?type=1&code=EA1", token).statusCode()).isEqualTo(401);
  }

  @Test
  void a_fault_can_be_switched_on_from_outside() throws Exception {
    assertThat(put("/_sim/mode", "server_error").statusCode()).isEqualTo(204);
    String token = JSON.readTree(post(LOGIN).body()).path("token").asText();
    assertThat(get("/GetStatusHistoryOrder?type=1&code=EA1", token).statusCode()).isEqualTo(500);
    assertThat(put("/_sim/mode", "nonsense").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(SimulatedOddity.class)
  void every_oddity_can_be_asked_for(SimulatedOddity odd) throws Exception {
    put(
        "/_sim/items/EA1",
        "[{'createdDate':'22/11/2026','createHour':'09:05:07','status':'14','name':'Đã giao',"
            + "'location':'Huế'}]");
    simulator.oddities(SimulatedOddity.PENDING);
    String plain = history();
    assertThat(put("/_sim/oddities", "PENDING, " + odd).statusCode()).isEqualTo(204);
    assertThat(history().equals(plain)).isEqualTo(odd == SimulatedOddity.PENDING);
    assertThat(put("/_sim/oddities", "gibberish").statusCode()).isEqualTo(400);
  }

  private String history() throws Exception {
    String token = JSON.readTree(post(LOGIN).body()).path("token").asText();
    return get("/GetStatusHistoryOrder?type=1&code=EA1", token).body();
  }

  @Test
  void the_mix_changes_with_each_call_and_tells_no_more_and_no_less() {
    Set<SimulatedOddity> met = EnumSet.noneOf(SimulatedOddity.class);
    for (int call = 0; call < 24; call++) {
      met.addAll(SimulatedOddity.mix(call));
    }
    assertThat(met)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(
                EnumSet.of(
                    SimulatedOddity.MONEY,
                    SimulatedOddity.UNKNOWN_CODE,
                    SimulatedOddity.BAD_ENTRY)));
    assertThat(SimulatedOddity.mix(0)).isNotEqualTo(SimulatedOddity.mix(1));
  }

  @Test
  void lists_what_changed_on_those_days_page_by_page() throws Exception {
    for (int day = 20; day < 25; day++) {
      put(
          "/_sim/items/EA" + day,
          "[{'createdDate':'" + day + "/11/2026','createHour':'09:05:07','statusCode':'14'}]");
    }
    String token = JSON.readTree(post(LOGIN).body()).path("token").asText();
    String days = "/GetListOrder?lastUpdateFrom=21-11-2026&lastUpdateTo=23-11-2026&size=2&page=";
    assertThat(get(days + 0, token).body()).contains("EA21", "EA22").doesNotContain("EA23");
    assertThat(get(days + 1, token).body()).contains("EA23").doesNotContain("EA20", "EA24");
    assertThat(get(days + 2, token).body()).doesNotContain("EA2");
    String long32 = "/GetListOrder?lastUpdateFrom=01-11-2026&lastUpdateTo=02-12-2026&size=2&page=0";
    assertThat(get(long32, token).body()).contains("\"success\":false");
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send(to(path).PUT(BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(to("/GetAccessToken").POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send(token.isEmpty() ? to(path) : to(path).header("token", token));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(simulator.url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
