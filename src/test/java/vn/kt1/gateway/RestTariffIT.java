package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Price tables as a Department reads and approves them. Who may: AccessMatrixIT. */
class RestTariffIT extends RestGateway {

  private static final String NEXT = "synthetic-2027";

  @Test
  void a_table_is_shown_with_its_prices_source_and_digest() {
    JsonNode table = next();
    assertThat(table.path("source").asText()).contains("SYNTHETIC");
    assertThat(table.path("verified").asBoolean()).isFalse();
    assertThat(table.path("sha256").asText()).hasSize(64);
    assertThat(table.at("/zones/BETWEEN_PROVINCES/prices")).isNotEmpty();
    assertThat(table.path("surcharges").has("EXPRESS_TIMED")).isFalse();
  }

  @Test
  void what_was_read_is_approved_and_twice_tells_the_same() {
    String read = "{\"sha256\": \"" + next().path("sha256").asText() + "\"}";
    JsonNode first = json(approve(NEXT, read, 200));
    assertThat(json(approve(NEXT, read, 200))).isEqualTo(first);
    assertThat(json(approve(NEXT, "", 200))).isEqualTo(first);
    assertThat(next().path("approvedBy").toString()).contains("hai-phong");
  }

  @Test
  void another_table_than_was_read_is_not_approved() {
    JsonNode problem = json(approve(NEXT, "{\"sha256\": \"" + "0".repeat(64) + "\"}", 422));
    assertThat(problem.path("code").asText()).isEqualTo("bad-value");
    assertThat(problem.toString()).contains("sha256");
  }

  @Test
  void a_table_that_holds_or_that_nobody_knows_is_not_approved() {
    approve("synthetic-2026", "", 422);
    approve("synthetic-1999", "", 404);
    approve(NEXT, "{\"by\": \"x\"}", 422);
  }

  private JsonNode next() {
    for (JsonNode table : json(get(person("department-hai-phong"), "/tariffs")).path("items")) {
      if (table.path("tariff").asText().equals(NEXT)) {
        return table;
      }
    }
    throw new AssertionError("no table " + NEXT);
  }

  private HttpResponse<byte[]> approve(String tariff, String body, int status) {
    HttpResponse<byte[]> answer =
        send(
            call(person("department-hai-phong"), "/tariffs/" + tariff + "/approval")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
    return answer;
  }
}
